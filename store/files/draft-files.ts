import type { Prisma } from '../../generated/prisma/client';
import type { FileStore } from '.';

/**
 * Takes papers of drafts away, the file before the row: what is cut off in between is taken up again, and no file stays
 * that nothing names.
 */
export const takeFilesAway = async (
  tx: Pick<Prisma.TransactionClient, 'draftDocument'>,
  files: Pick<FileStore, 'remove'>,
  where: Prisma.DraftDocumentWhereInput,
): Promise<number> => {
  const rows = await tx.draftDocument.findMany({ where, select: { id: true, storageKey: true } });
  for (const { storageKey } of rows) await files.remove(storageKey);
  const { count } = await tx.draftDocument.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  return count;
};
