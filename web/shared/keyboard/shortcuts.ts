import { useEffect } from 'react';

type Handlers = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Somebody is typing: single letters belong to the field. */
export const isTyping = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
};

/** Single-key shortcuts of a page; silent while a field or a dialogue has the focus. */
export const useShortcuts = (handlers: Handlers): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target) || document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      const handler = handlers[event.key];
      if (!handler) return;
      event.preventDefault();
      handler(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
};
