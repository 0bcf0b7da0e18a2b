/** The library of workbooks: loaded with the first one that is read or written, which few processes ever do. */
export const excel = async () => (await import('exceljs')).default;
