/**
 * The number of a document as it is kept: two offices write the same one with other brackets, widths and spaces
 * (“云财社[2026] 3号”, “云财社〔2026〕3号”), and it is entered once.
 */
export const plainDocumentNumber = (written: string): string =>
  written
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[[(【〔](\d{4})[\])】〕]/g, '〔$1〕');
