import { createHash } from 'node:crypto';
import { AppError } from '../../domain/errors';
import { requireSome } from '../../domain/exchange/file';
import type { Sheet } from '../../domain/exchange/cells';
import { readReceipt, receiptLayoutOf } from '../../domain/exchange/receipt';
import { readSnapshot, snapshotKinds, snapshotLayoutOf, type SnapshotKind } from '../../domain/exchange/snapshot';
import { civilDateAt } from '../../domain/civil-date';
import type { ExchangeFile, Prisma } from '../../generated/prisma/client';
import { writeDifferences } from '../../store/exchange/differences';
import { readSheet } from '../../store/exchange/read-sheet';
import { lockPackage, takeReceipt } from '../../store/exchange/receipts';
import { compareSnapshot } from '../../store/exchange/snapshots';
import { sqlOf } from '../../store/sql';
import type { ExchangeDeps } from './queue';

type Tx = Prisma.TransactionClient;
type Reader = (tx: Tx, deps: ExchangeDeps, file: ExchangeFile, sheet: Sheet) => Promise<void>;

const READ_MS = 300_000;

/** Said on another connection than the transaction's, so that the desk sees it while the file is read. */
const tellProgress = ({ store }: ExchangeDeps, id: string, { lines }: Sheet, done: number): Promise<unknown> =>
  store.prisma.exchangeFile.updateMany({
    where: { id, state: 'waiting' },
    data: { total: lines.length, done: Math.min(done, lines.length) },
  });

const receipt: Reader = async (tx, deps, file, sheet) => {
  const { packageId, county, office, takenAt, takenBy, id, name, sha256, storageKey } = file;
  const parameters = await deps.rulebook.parameters(tx);
  const where = { on: civilDateAt(takenAt.getTime()), division: county };
  const lines = readReceipt(sheet, receiptLayoutOf(parameters, where));
  requireSome(lines);
  await lockPackage(tx, packageId!);
  await takeReceipt(tx, { id: packageId!, county, office }, lines, {
    ...{ id, source: 'file', name, sha256, storageKey, at: takenAt, by: takenBy },
    progress: (done) => tellProgress(deps, id, sheet, done),
  });
};

const snapshot: Reader = async (tx, deps, file, sheet) => {
  const { id, county, onDate, name, sha256, storageKey, takenAt, takenBy } = file;
  const kind = file.kind as SnapshotKind;
  await tx.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtext(${`exchange/${county}/${kind}`}))) as held`;
  const parameters = await deps.rulebook.parameters(tx);
  const layout = snapshotLayoutOf(parameters, kind, { on: civilDateAt(takenAt.getTime()), division: county });
  const lines = readSnapshot(kind, sheet, layout, onDate);
  requireSome(lines);
  await tellProgress(deps, id, sheet, Math.floor(sheet.lines.length / 2));
  const source = { sql: sqlOf(tx), cipher: deps.store.cipher, parameters };
  const compared = await compareSnapshot(source, kind, id, { county, on: onDate }, lines);
  await tx.exchangeSnapshot.create({
    data: {
      ...{ id, system: snapshotKinds[kind].system, kind, county, onDate, name, sha256, storageKey, takenAt, takenBy },
      lines: sheet.lines.length,
      matched: compared.matched,
      different: compared.found.length,
      malformed: compared.malformed as unknown as Prisma.InputJsonValue,
    },
  });
  await writeDifferences(source.sql, { snapshotId: id, county, kind }, compared.found);
};

const readers: Readonly<Record<string, Reader>> = { receipt, snapshot };

const bytesOf = async ({ files }: ExchangeDeps, { storageKey, sha256 }: ExchangeFile): Promise<Buffer> => {
  const bytes = await files.get(storageKey);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new AppError('exchangeUnreadable', '存储中的文件与收下时不一致,请重新导入');
  return bytes;
};

/** One file in one transaction; whoever else takes it up meanwhile passes on, and what was cut off begins anew. */
const readFile = async (deps: ExchangeDeps, file: ExchangeFile): Promise<void> => {
  const { store, logger } = deps;
  const { id } = file;
  try {
    const sheet = await readSheet(await bytesOf(deps, file), deps.tableLimits);
    await tellProgress(deps, id, sheet, 0);
    const total = sheet.lines.length;
    await store.prisma.$transaction(
      async (tx) => {
        const [lock] = await tx.$queryRaw<{ held: boolean }[]>`
          select pg_try_advisory_xact_lock(hashtext(${`exchange-file/${id}`})) as held`;
        const now = await tx.exchangeFile.findUniqueOrThrow({ where: { id } });
        if (!lock?.held || now.state !== 'waiting') return;
        await readers[file.what]!(tx, deps, file, sheet);
        await tx.exchangeFile.update({
          where: { id },
          data: { state: 'done', total, done: total, endedAt: new Date(deps.now()) },
        });
      },
      { timeout: READ_MS, maxWait: READ_MS },
    );
    logger.info({ fileId: id }, 'exchange file read');
  } catch (error) {
    // What people must put right is told them; anything else is tried again.
    if (!(error instanceof AppError)) throw error;
    await store.prisma.exchangeFile.updateMany({
      where: { id, state: 'waiting' },
      data: { state: 'failed', problem: error.message, endedAt: new Date(deps.now()) },
    });
  }
};

// @clause 三(二) what the systems above answer is taken however long it is, while everybody works on
/** Reads the files that were taken in, the oldest first; one that fails for no fault of its own keeps no other waiting. */
export const readWaitingFiles = async (deps: ExchangeDeps): Promise<void> => {
  const waiting = await deps.store.prisma.exchangeFile.findMany({
    where: { state: 'waiting' },
    orderBy: [{ takenAt: 'asc' }, { id: 'asc' }],
  });
  const failed: unknown[] = [];
  for (const file of waiting) await readFile(deps, file).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw failed[0];
};
