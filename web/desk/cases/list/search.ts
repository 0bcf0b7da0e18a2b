/** 18 digits (the last may be X) are an ID number; everything else is a name or a case number. */
export const isIdNumber = (text: string): boolean => /^\d{17}[\dXx]$/.test(text);

export const searchWords = (search: string): { readonly idNumber?: string; readonly text?: string } => {
  if (search === '') return {};
  return isIdNumber(search) ? { idNumber: search.toUpperCase() } : { text: search };
};
