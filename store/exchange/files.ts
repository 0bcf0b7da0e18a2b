import type { ExchangeFile } from '../../generated/prisma/client';
import type { Tx } from '../with-scope';

export type NewFile = Omit<ExchangeFile, 'total' | 'done' | 'state' | 'problem' | 'endedAt'>;

type Once = Pick<NewFile, 'what' | 'packageId' | 'county' | 'kind' | 'sha256'>;

/** The same file as it was taken before, unless it could not be read. */
export const knownFile = (tx: Tx, { what, packageId, county, kind, sha256 }: Once): Promise<ExchangeFile | null> =>
  tx.exchangeFile.findFirst({ where: { what, packageId, county, kind, sha256, state: { not: 'failed' } } });

/** Takes a file in, once: of two at once both are answered the one that is there, and `taken` says whose it is. */
export const takeFile = async (
  tx: Tx,
  data: NewFile,
): Promise<{ readonly row: ExchangeFile; readonly taken: boolean }> => {
  const { count } = await tx.exchangeFile.createMany({ data: [data], skipDuplicates: true });
  const row =
    count === 1 ? await tx.exchangeFile.findUniqueOrThrow({ where: { id: data.id } }) : await knownFile(tx, data);
  if (!row) throw new Error('a file that is there cannot be seen');
  return { row, taken: count === 1 };
};
