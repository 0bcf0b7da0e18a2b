/** What somebody brings as a table. */
export type TableKind = 'workbook' | 'oldWorkbook' | 'text' | 'other';

const heads: readonly (readonly [head: string, kind: TableKind])[] = [
  ['504b0304', 'workbook'],
  ['d0cf11e0', 'oldWorkbook'],
];

/** By the first bytes of a file; text holds no zero byte, whatever its encoding. */
export const tableKindOf = (bytes: Uint8Array): TableKind => {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return heads.find(([known]) => known === head)?.[1] ?? (bytes.includes(0) ? 'other' : 'text');
};

/** Why such a file is no table, and what to do. */
export const noTable = {
  oldWorkbook: '这是旧版XLS文件;请另存为XLSX或CSV后再上传',
  other: '文件不是CSV或XLSX;请在表格软件中另存为“CSV(逗号分隔)”或XLSX后再上传',
} as const satisfies Partial<Record<TableKind, string>>;
