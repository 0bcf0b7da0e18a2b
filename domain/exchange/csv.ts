const BOM = '\u{feff}';

/** What a spreadsheet would take for a formula is written as text, as every list that leaves the system. */
const asText = (cell: string): string => (/^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** UTF-8 with its mark, commas, Windows line ends: the same rows give the same bytes. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BOM + rows.map((row) => `${row.map((cell) => quoted(asText(cell))).join(',')}\r\n`).join('');
