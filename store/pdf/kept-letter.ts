import { createHash } from 'node:crypto';
import { AppError } from '../../domain/errors';
import type { Paper } from '../../domain/letters/typeset/blocks';
import type { Letter } from '../../generated/prisma/client';
import type { FileStore } from '../files';
import type { Tx } from '../with-scope';
import type { Printer } from './print';

export interface LetterPress {
  readonly printer: Printer;
  readonly files: FileStore;
  scope<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

type Kept = Pick<Letter, 'id' | 'pdfHash' | 'pdfKey'>;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const differs = (letterId: string): AppError =>
  new AppError(
    'letterPdfDiffers',
    '这份文书的 PDF 与首次生成时不一致,不能打印;请联系管理员从备份恢复附件,或检查字体目录(FONT_DIR)是否有变动',
    { letterId },
  );

const requireSame = (bytes: Buffer, { id, pdfHash }: Kept): Buffer => {
  if (sha256(bytes) !== pdfHash) throw differs(id);
  return bytes;
};

/** The bytes kept, or, where the file is gone, the same made anew. */
const readKept = async ({ files, printer }: LetterPress, letter: Kept, paper: Paper): Promise<Buffer> => {
  if (letter.pdfKey) {
    try {
      return requireSame(await files.get(letter.pdfKey), letter);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'fileMissing')) throw error;
    }
  }
  return requireSame(await printer.print(paper), letter);
};

/** Made and kept once; of two who make it at the same time the first one's stays. */
const keepFirst = async (press: LetterPress, { id }: Kept, paper: Paper): Promise<Buffer> => {
  const bytes = await press.printer.print(paper);
  const { storageKey, sha256: hash } = await press.files.put(bytes, 'application/pdf');
  const { count } = await press.scope((tx) =>
    tx.letter.updateMany({ where: { id, pdfHash: null }, data: { pdfHash: hash, pdfKey: storageKey } }),
  );
  if (count > 0) return bytes;
  await press.files.remove(storageKey);
  const other = await press.scope((tx) => tx.letter.findUniqueOrThrow({ where: { id } }));
  return readKept(press, other, paper);
};

/** The PDF of a letter: always the bytes that were handed out first. @throws AppError letterPdfDiffers, fontMissing */
export const letterPdf = (press: LetterPress, letter: Kept, paper: Paper): Promise<Buffer> =>
  letter.pdfHash === null ? keepFirst(press, letter, paper) : readKept(press, letter, paper);
