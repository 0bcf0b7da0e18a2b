import type { CardAccountImport, CardAccountImportRow, Prisma } from '../../generated/prisma/client';
import { maskLongNumbers } from '../../domain/mask';
import type { Tx } from '../with-scope';

export interface TakenLine {
  readonly line: number;
  readonly outcome: 'kept' | 'repeated' | 'error';
  readonly field: string;
  readonly message: string;
  readonly caseId: string | null;
  /** As it was written, card and ID numbers masked: domain/payments/account-file.ts. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface NewImport {
  readonly id: string;
  readonly office: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly takenBy: string;
  readonly takenAt: Date;
}

const COUNTY_DIGITS = 6;

/** Batches of a county come one after the other: two that hold the same cases in another order would wait for each other. */
export const lockBatches = async (tx: Tx, division: string): Promise<void> => {
  const lock = `card-accounts/${division.slice(0, COUNTY_DIGITS)}`;
  await tx.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtext(${lock}))) as held`;
};

export type ImportWithRows = CardAccountImport & { readonly rows: readonly CardAccountImportRow[] };

const withRows = async (tx: Tx, found: CardAccountImport): Promise<ImportWithRows> => ({
  ...found,
  rows: await tx.cardAccountImportRow.findMany({
    where: { importId: found.id },
    orderBy: [{ line: 'asc' }, { place: 'asc' }],
  }),
});

/** What became of this very file when the office brought it before. */
export const knownImport = async (tx: Tx, office: string, sha256: string): Promise<ImportWithRows | undefined> => {
  const found = await tx.cardAccountImport.findUnique({ where: { office_sha256: { office, sha256 } } });
  return found ? withRows(tx, found) : undefined;
};

const linesWith = (lines: readonly TakenLine[], outcome: TakenLine['outcome']): number =>
  new Set(lines.filter((one) => one.outcome === outcome).map(({ line }) => line)).size;

/** Keeps what became of a file; of a line with several faults each is a row of its own. */
export const keepImport = async (tx: Tx, made: NewImport, lines: readonly TakenLine[]): Promise<ImportWithRows> => {
  const counts = {
    kept: linesWith(lines, 'kept'),
    repeated: linesWith(lines, 'repeated'),
    failed: linesWith(lines, 'error'),
  };
  const found = await tx.cardAccountImport.create({
    data: { ...made, ...counts, total: counts.kept + counts.repeated + counts.failed },
  });
  await tx.cardAccountImportRow.createMany({
    data: lines.map(({ message, cells, ...line }, at) => ({
      ...line,
      importId: made.id,
      place: at,
      message: maskLongNumbers(message),
      cells: cells as Prisma.InputJsonObject,
    })),
  });
  return withRows(tx, found);
};
