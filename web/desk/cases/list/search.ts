/** 18 digits (the last may be X) are an ID number; everything else is a name or a case number. */
export const isIdNumber = (text: string): boolean => /^\d{17}[\dXx]$/.test(text);

export const searchBody = (
  search: string,
  filters: { readonly stage: string; readonly overdue: string },
  cursor: string | undefined,
) => ({
  ...(isIdNumber(search) ? { idNumber: search.toUpperCase() } : { text: search }),
  ...(filters.stage ? { stage: filters.stage } : {}),
  ...(filters.overdue ? { overdue: true } : {}),
  ...(cursor ? { cursor } : {}),
});
