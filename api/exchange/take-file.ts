import { createHash, randomUUID } from 'node:crypto';
import type { ExchangeFile } from '../../generated/prisma/client';
import { knownFile, takeFile, type NewFile } from '../../store/exchange/files';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';

type Described = Pick<NewFile, 'what' | 'packageId' | 'county' | 'office' | 'kind' | 'onDate' | 'name'>;

/**
 * Keeps the bytes and notes that they are to be read, in the transaction of the operation, without looking into them; the
 * same file again is answered as it stands. @throws AppError fileEmpty, fileTooLarge
 */
export const keepFile = async (
  context: Context,
  tx: Tx,
  bytes: Buffer,
  described: Described,
): Promise<ExchangeFile> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const before = await knownFile(tx, { ...described, sha256 });
  if (before) return before;
  const { storageKey } = await context.files.put(bytes, 'application/octet-stream');
  try {
    const data = {
      ...described,
      id: randomUUID(),
      sha256,
      storageKey,
      takenAt: context.now(),
      takenBy: actorOf(context).staffId,
    };
    const { row, taken } = await takeFile(tx, data);
    if (!taken) await context.files.remove(storageKey);
    context.audit.detail('fileId', row.id);
    return row;
  } catch (error) {
    await context.files.remove(storageKey);
    throw error;
  }
};
