import { createHash } from 'node:crypto';
import { choose, removalHash, type Receipted } from '../../domain/exchange/choose';
import {
  packageNumber,
  recordNumber,
  kinds,
  type Change,
  type ExchangeRecord,
  type Kind,
  type Mode,
} from '../../domain/exchange/kinds';
import { layOut, type Layout } from '../../domain/exchange/layout';
import type { ExchangePackage, Prisma } from '../../generated/prisma/client';
import type { FieldCipher } from '../../store/crypto';
import { contentsOf, openWorkOf, receiptedOf, type ReceiptedRow } from '../../store/exchange/receipted';
import { recordsOf } from '../../store/exchange/records';
import { csvBytes, xlsxBytes } from '../../store/exchange/write-sheet';
import type { FileStore } from '../../store/files';
import type { Rulebook } from '../../store/rulebook';
import { sqlOf } from '../../store/sql';
import { uuidOf } from '../../store/uuid';
import { insertRows } from '../import/insert';

export interface BuildDeps {
  readonly cipher: FieldCipher;
  readonly rulebook: Rulebook;
  readonly files: Pick<FileStore, 'keep'>;
  readonly now: () => number;
}

interface Ready {
  readonly key: string;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly title: string;
  readonly record: ExchangeRecord;
  readonly hash: string;
  readonly change: Change;
}

type Tx = Prisma.TransactionClient;
const AT_ONCE = 2000;

/** What goes into the package, and the open work that it makes good. */
const gather = async (tx: Tx, { cipher, rulebook }: BuildDeps, row: ExchangePackage) => {
  const sql = sqlOf(tx);
  const kind = row.kind as Kind;
  const { county, fromDate: from, toDate: to } = row;
  const source = { sql, cipher, parameters: await rulebook.parameters(tx) };
  const current = await recordsOf(source, kind, { county, from, to, month: row.month ?? to.slice(0, 7) });
  const [receipted, work] = [await receiptedOf(sql, { county, kind }), await openWorkOf(sql, { county, kind })];
  const rejected = new Map<string, Set<string>>();
  for (const { key, hash } of work) rejected.set(key, (rejected.get(key) ?? new Set()).add(hash));
  const choice = choose(row.mode as Mode, current, { receipted, rejected }, kind === 'lowIncomeList');
  const removed = await removals(cipher, sql, receipted, choice.removed);
  const ready: readonly Ready[] = [...choice.sent.map(({ row: one, change }) => ({ ...one, change })), ...removed];
  const sentAgain = new Set(ready.map(({ key }) => key));
  return { ready, corrected: work.filter(({ key }) => sentAgain.has(key)).map(({ id }) => id) };
};

/** What the other system still has and we no longer have is told with what it was last. */
const removals = async (
  cipher: FieldCipher,
  sql: ReturnType<typeof sqlOf>,
  receipted: ReadonlyMap<string, ReceiptedRow>,
  removed: readonly Receipted[],
): Promise<readonly Ready[]> => {
  const rows = removed.flatMap(({ key }) => receipted.get(key) ?? []);
  const contents = await contentsOf(
    { sql, cipher },
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, key, caseId, personId, title, hash }) => ({
    key,
    caseId,
    personId,
    title,
    record: contents.get(id) ?? {},
    hash: removalHash(hash),
    change: 'removed',
  }));
};

const itemOf = (
  cipher: FieldCipher,
  row: ExchangePackage,
  number: string,
  at: number,
  one: Ready,
  problems: readonly string[],
) => {
  const id = uuidOf('exchangeItem', row.id, at);
  const left = problems.length > 0;
  return {
    id,
    packageId: row.id,
    row: at,
    kind: row.kind,
    county: row.county,
    office: row.office,
    recordNumber: recordNumber(number, at),
    key: one.key,
    caseId: one.caseId,
    personId: one.personId,
    title: one.title,
    change: one.change,
    contentHash: one.hash,
    contentEnc: cipher.sealJson('exchange_item', 'content_enc', id, one.record),
    state: left ? 'leftOut' : 'sent',
    reason: left ? problems.join(';') : null,
    work: left ? 'open' : null,
  };
};

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const writeFiles = async (
  { files }: BuildDeps,
  row: ExchangePackage,
  layout: Layout,
  rows: readonly (readonly string[])[],
) => {
  const head = layout.columns.map(({ title }) => title);
  const sheet = { title: kinds[row.kind as Kind].label, head, rows };
  const made = { csv: csvBytes(sheet), xlsx: await xlsxBytes(sheet, row.createdAt) };
  const [csvKey, xlsxKey] = [uuidOf('exchangeFile', row.id, 'csv'), uuidOf('exchangeFile', row.id, 'xlsx')];
  await Promise.all([files.keep(csvKey, made.csv), files.keep(xlsxKey, made.xlsx)]);
  return { csvKey, xlsxKey, csvSha256: sha256(made.csv), xlsxSha256: sha256(made.xlsx) };
};

/**
 * Makes a package: its rows are frozen with their content, its files written once, the same content as the same bytes.
 * What cannot be laid out is left out with its reason, as work for the data desk. Safe to repeat until it is committed.
 */
export const buildPackage = async (tx: Tx, deps: BuildDeps, row: ExchangePackage): Promise<void> => {
  const layout = row.layout as unknown as Layout;
  const number = packageNumber(row.county, row.kind as Kind, row.sequence ?? 0);
  const { ready, corrected } = await gather(tx, deps, row);
  const at = new Date(deps.now());
  const judged = ready.map((one) => ({
    one,
    problems: layOut(layout, { ...one.record, change: one.change, recordNumber: number }).problems,
  }));
  const ordered = [
    ...judged.filter(({ problems }) => problems.length === 0),
    ...judged.filter(({ problems }) => problems.length > 0),
  ];
  const items = ordered.map(({ one, problems }, index) => itemOf(deps.cipher, row, number, index + 1, one, problems));
  const sent = items.filter(({ state }) => state === 'sent');
  const cells = sent.map((item, index) => {
    const { one } = ordered[index]!;
    return layOut(layout, { ...one.record, change: one.change, recordNumber: item.recordNumber }).cells;
  });
  await tx.$executeRaw`update exchange_item set work = 'corrected', work_at = ${at} where id = any(${corrected}::uuid[])`;
  for (let start = 0; start < items.length; start += AT_ONCE)
    await insertRows(tx, 'exchange_item', items.slice(start, start + AT_ONCE));
  const base = await tx.exchangePackage.aggregate({
    _max: { sequence: true },
    where: { county: row.county, kind: row.kind, items: { some: { state: 'accepted' } } },
  });
  await tx.exchangePackage.update({
    where: { id: row.id },
    data: {
      state: 'ready',
      count: sent.length,
      leftOut: items.length - sent.length,
      baseSequence: base._max.sequence,
      builtAt: at,
      ...(sent.length > 0 ? await writeFiles(deps, row, layout, cells) : {}),
    },
  });
};
