const REACHABLE = 'input:not([type=hidden]):not(:disabled), textarea:not(:disabled), button:not(:disabled)';

const into = (box: Element | null | undefined): HTMLElement | null =>
  box instanceof HTMLElement && box.matches(REACHABLE) ? box : (box?.querySelector<HTMLElement>(REACHABLE) ?? null);

/** To the control of a field, or into the group of controls that stands for it. */
export const focusField = (id: string): void => {
  const group = document.getElementById(`${id}-label`)?.closest('.field');
  (into(document.getElementById(id)) ?? into(group))?.focus();
};

/** To the first field, from the top, that says what is wrong with it; false where none of the form does. */
export const focusFirstWrong = (form: Element): boolean => {
  const first = into(form.querySelector('.field-wrong'));
  first?.focus();
  return first !== null;
};
