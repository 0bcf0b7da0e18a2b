/** How long the pages of a list stay loaded while one is in a case: coming back shows them all, at the same height. */
export const KEPT_MS = 30 * 60_000;

const nameOf = (list: string): string => `row.${list}`;

/** Which row of a list (by its address) was opened last; `j` and `k` go on from there. */
export const rememberRow = (list: string, row: string): void => sessionStorage.setItem(nameOf(list), row);
export const rememberedRow = (list: string): string | null => sessionStorage.getItem(nameOf(list));
