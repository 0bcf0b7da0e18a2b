import { AppError } from '../../domain/errors';

/** What one table may hold that people bring, so that no file takes the memory of a process. */
export interface TableLimits {
  /** Rows with content, the header among them. */
  readonly rows: number;
  /** Bytes of a workbook's sheet, texts and formats as they are when unpacked. */
  readonly unpackedBytes: number;
}

const MEGABYTE = 1024 * 1024;

/** Three times the largest county's list; FILE_ROWS and FILE_UNPACKED_MB set others. */
export const usualTableLimits: TableLimits = { rows: 200_000, unpackedBytes: 200 * MEGABYTE };

export const tableLimitsOf = (config: { readonly fileRows: number; readonly fileUnpackedMb: number }): TableLimits => ({
  rows: config.fileRows,
  unpackedBytes: config.fileUnpackedMb * MEGABYTE,
});

/** Columns of a table: each is found by its title, so that none of ours has anywhere near as many. */
export const MOST_COLUMNS = 256;

export const tooManyRows = ({ rows }: TableLimits): AppError =>
  new AppError('fileTooLarge', `文件超过${rows}行;请分成几个文件,每个至多${rows}行(含表头),逐个导入`);

export const tooManyColumns = (row: number): AppError =>
  new AppError('fileTooLarge', `第${row}行超过${MOST_COLUMNS}列;请删去表格右侧用不到的列,另存后再导入`);

export const unpackedTooLarge = ({ unpackedBytes }: TableLimits): AppError =>
  new AppError(
    'fileTooLarge',
    `XLSX文件展开后超过${Math.floor(unpackedBytes / MEGABYTE)}MB;请只保留要导入的一张工作表和有内容的行,另存后再导入,或分成几个文件`,
  );
