import { judgeReceipt, outcomeNames, type Judged, type Outcome, type Sent } from '../../domain/exchange/apply';
import type { BadLine } from '../../domain/exchange/cells';
import { civilDateAt } from '../../domain/civil-date';
import type { ReceiptLine } from '../../domain/exchange/receipt';
import type { ExchangePackage } from '../../generated/prisma/client';
import { sqlOf } from '../sql';
import { newId } from '../uuid';
import type { Tx } from '../with-scope';

export interface Receiving {
  readonly source: 'file' | 'hand';
  readonly name: string;
  readonly sha256: string;
  readonly storageKey: string | null;
  readonly at: Date;
  readonly by: string;
  /** Of a file that was taken in: its id. */
  readonly id?: string;
  /** Hears how many lines are applied. */
  readonly progress?: (lines: number) => Promise<unknown>;
}

/** Lines of one statement. */
const AT_ONCE = 2_000;

const inChunks = function* <One>(all: readonly One[]): Generator<readonly One[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
};

interface Found {
  readonly id: string;
  readonly number: string;
  readonly state: Sent['state'];
}

const isBad = (line: ReceiptLine | BadLine): line is BadLine => 'problem' in line;

/** The rows of the package: a number of another one is as unknown as a number of none. */
const findSent = async (tx: Tx, packageId: string): Promise<ReadonlyMap<string, Sent>> => {
  const { rows } = await sqlOf(tx).query<Found>(
    'select id::text as id, record_number as number, state from exchange_item where package_id = $1::uuid',
    [packageId],
  );
  return new Map(rows.map(({ id, number, state }) => [number, { id, state }]));
};

/** Rejected rows become work, accepted ones are no longer. */
const ANSWER = `
  update exchange_item i set state = a.answer, reason = nullif(a.reason, ''), their_number = nullif(a.number, ''), answered_on = a.day,
    answered_at = $2, work = case when a.answer = 'rejected' then 'open' when i.work = 'open' then 'corrected' end,
    work_at = case when a.answer = 'accepted' and i.work = 'open' then $2::timestamptz end
  from jsonb_to_recordset($1::jsonb) as a(id uuid, answer text, reason text, number text, day text) where i.id = a.id`;

const ROWS = `
  insert into exchange_receipt_row (receipt_id, line, item_id, record_number, answer, reason, their_number, answered_on, outcome)
  select $1::uuid, r.line, r.item, r.number, r.answer, nullif(r.reason, ''), nullif(r.theirs, ''), r.day, r.outcome
  from jsonb_to_recordset($2::jsonb) as r(line int, item uuid, number text, answer text, reason text, theirs text, day text, outcome text)`;

/** A standard that is receipted with the value in force is no longer missed. */
const END_ALERTS = `
  update exchange_alert a set ended_on = $2, ended_because = 'receipted' from exchange_item i
  where i.package_id = $1::uuid and i.kind = 'standards' and i.state = 'accepted' and a.county = i.county
    and a.content_hash = i.content_hash and a.ended_on is null`;

const count = (judged: readonly Judged[], of: Outcome, answer?: string): number =>
  judged.filter(({ outcome, line }) => outcome === of && (answer === undefined || line.answer === answer)).length;

const rowsOf = (judged: readonly Judged[], bad: readonly BadLine[]) => [
  ...judged.map(({ line, item, outcome }) => ({
    line: line.line,
    item: item?.id ?? null,
    number: line.recordNumber,
    answer: line.answer,
    reason: line.reason,
    theirs: line.theirNumber,
    day: line.answeredOn ?? null,
    outcome,
  })),
  ...bad.map(({ line, problem }) => ({ line, outcome: 'malformed', reason: problem })),
];

// @clause 三(二) what the other system took is known row by row
/**
 * Takes an answer to a package: each line is applied once or told why not. The package is locked, so that two files at
 * once come one after the other; what one line says is one row, a few thousand of them a statement. Answers the id.
 */
export const takeReceipt = async (
  tx: Tx,
  { id: packageId, county, office }: Pick<ExchangePackage, 'id' | 'county' | 'office'>,
  lines: readonly (ReceiptLine | BadLine)[],
  { at, by, id = newId(), progress, ...receiving }: Receiving,
): Promise<string> => {
  const sql = sqlOf(tx);
  const [bad, good] = [lines.filter(isBad), lines.filter((line) => !isBad(line)) as readonly ReceiptLine[]];
  const sent = await findSent(tx, packageId);
  const judged = judgeReceipt(good, sent);
  const applied = judged.flatMap(({ outcome, item, line }) =>
    outcome === 'applied' && item
      ? [
          {
            id: item.id,
            answer: line.answer,
            reason: line.reason,
            number: line.theirNumber,
            day: line.answeredOn ?? null,
          },
        ]
      : [],
  );
  const counts = Object.fromEntries(outcomeNames.slice(1, 4).map((outcome) => [outcome, count(judged, outcome)])) as {
    repeated: number;
    unknown: number;
    conflicting: number;
  };
  await tx.exchangeReceipt.create({
    data: {
      id,
      packageId,
      county,
      office,
      ...receiving,
      receivedAt: at,
      receivedBy: by,
      accepted: count(judged, 'applied', 'accepted'),
      rejected: count(judged, 'applied', 'rejected'),
      ...counts,
      malformed: bad.length,
    },
  });
  let told = 0;
  for (const rows of inChunks(rowsOf(judged, bad))) {
    await sql.query(ROWS, [id, JSON.stringify(rows)]);
    await progress?.((told += rows.length));
  }
  for (const answers of inChunks(applied)) await sql.query(ANSWER, [JSON.stringify(answers), at]);
  await sql.query(END_ALERTS, [packageId, civilDateAt(at.getTime())]);
  return id;
};

/** One answer at a time to a package. */
export const lockPackage = async (tx: Tx, packageId: string): Promise<void> => {
  await tx.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtext(${`exchange/${packageId}`}))) as held`;
};
