import { AppError } from '../errors';
import type { BadLine } from './cells';

/** What becomes of a file that was taken in. */
export const fileStates = {
  waiting: { label: '正在读取' },
  done: { label: '已读完' },
  failed: { label: '读取失败' },
} as const;
export type FileState = keyof typeof fileStates;
export const fileStateNames = Object.keys(fileStates) as [FileState, ...FileState[]];

/**
 * A file none of whose rows can be used is no receipt and no list of ours; a file with wrong rows among others is taken, and
 * they are told. @throws AppError exchangeUnreadable, with the first wrong row
 */
export const requireSome = (rows: readonly (object | BadLine)[]): void => {
  const [first] = rows;
  if (first === undefined || !rows.every((row) => 'problem' in row)) return;
  throw new AppError(
    'exchangeUnreadable',
    `${(first as BadLine).problem};没有一行能够登记,请核对是否选错了文件,或按格式重新导出`,
  );
};
