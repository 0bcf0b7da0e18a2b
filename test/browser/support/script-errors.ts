import type { Page } from 'playwright-core';

/** Errors of scripts and of the page's own rules, as they come; an answer that is no success is none. */
export const listenForErrors = (page: Page): readonly string[] => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) errors.push(message.text());
  });
  return errors;
};
