import { createHash, randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { civilDateAt } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { townshipOfficeOf } from '../../domain/letters/office';
import { isProgramme, programmes } from '../../domain/lifecycle/programmes';
import { choiceOf } from '../../domain/parameters/read';
import { paymentNotice, toldOutcomes, type NoticeOutcome, type ToldLine } from '../../domain/payment-notices/words';
import type { LineKind } from '../../domain/payments/lines';
import type { StepDeps } from '../steps/apply-step';

/** Letters written in one transaction. */
const BATCH = 500;
/** Ids in memory at a time; each time the whole run is looked through once. */
const SLICE = 10_000;

interface Row {
  readonly lineId: string;
  readonly caseId: string;
  readonly outcome: NoticeOutcome;
  readonly number: string;
  readonly sequence: number;
  readonly programme: string;
  readonly applicantName: string;
  readonly township: string;
  readonly month: string;
  readonly kind: LineKind;
  readonly fen: string;
  readonly withheld: string;
  readonly accountTail: string | null;
  readonly bankReason: string | null;
  readonly paidOn: string | null;
}

/** Lines of the run that were paid or failed and of which nobody has been told, after the one that was last looked at. */
const untold = async (
  client: PoolClient,
  runId: string,
  outcomes: readonly NoticeOutcome[],
  after: string,
): Promise<readonly string[]> => {
  const { rows } = await client.query<{ id: string }>(
    `select l.id::text from payment_line l
     where l.run_id = $1 and l.state = any ($2::text[]) and l.id > $3::bigint
       and not exists (select from payment_notice n where n.line_id = l.id and n.outcome = l.state)
     order by l.id limit ${SLICE}`,
    [runId, outcomes, after],
  );
  return rows.map(({ id }) => id);
};

/** What a notice says of these lines, as they stand now. */
const linesOf = async (
  client: PoolClient,
  ids: readonly string[],
  outcomes: readonly NoticeOutcome[],
): Promise<readonly Row[]> => {
  const { rows } = await client.query<Row>(
    `select l.id::text as "lineId", l.case_id as "caseId", l.state as outcome, c.number, c.sequence, l.programme,
       l.applicant_name as "applicantName", l.township, l.month, l.kind, l.fen::text, l.withheld_fen::text as withheld, a.number_tail as "accountTail",
       l.bank_reason as "bankReason", l.paid_on as "paidOn"
     from payment_line l join "case" c on c.id = l.case_id left join card_account a on a.id = l.account_id
     where l.id = any ($1::bigint[]) and l.state = any ($2::text[]) order by l.id`,
    [ids, outcomes],
  );
  return rows;
};

const letterOf = (row: Row, at: Date) => {
  const line: ToldLine = {
    ...row,
    programme: isProgramme(row.programme) ? programmes[row.programme].label : row.programme,
    office: townshipOfficeOf(nameOf(row.township)),
    fen: BigInt(row.fen),
    withheld: BigInt(row.withheld),
    on: civilDateAt(at.getTime()),
  };
  const { kind, title, body } = paymentNotice(line, row.outcome);
  const hash = createHash('sha256').update(body).digest('hex');
  const { lineId, caseId, outcome, sequence } = row;
  return { id: randomUUID(), lineId, outcome, caseId, sequence, kind, title, body, hash };
};

/**
 * The notice comes first: where another process was faster, its letter stays and this one is not written. Answers how many
 * letters were.
 */
const keep = async (
  client: PoolClient,
  letters: readonly ReturnType<typeof letterOf>[],
  at: Date,
  channel: string,
): Promise<number> => {
  const { rowCount } = await client.query(
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) as g (id uuid, "lineId" bigint, outcome text, "caseId" uuid, sequence int, kind text,
         title text, body text, hash text)),
     told as (
       insert into payment_notice (line_id, outcome, letter_id, created_at)
       select "lineId", outcome, id, $2 from given on conflict do nothing returning letter_id),
     messages as (
       insert into outbox (kind, case_id, payload)
       select 'sms', g."caseId", jsonb_build_object('letterId', g.id) from given g join told t on t.letter_id = g.id where $3 = 'sms')
     insert into letter (id, case_id, kind, title, body, hash, sequence, created_at)
     select g.id, g."caseId", g.kind, g.title, g.body, g.hash, g.sequence, $2 from given g join told t on t.letter_id = g.id`,
    [JSON.stringify(letters), at, channel],
  );
  return rowCount ?? 0;
};

/**
 * Tells each household of a run what became of its lines, as the county's parameters say: once for a line and outcome,
 * however often this is done. Answers how many were told.
 */
export const writePaymentNotices = async ({ store, rulebook }: StepDeps, runId: string, at: Date): Promise<number> => {
  const run = await store.prisma.paymentRun.findUnique({ where: { id: runId }, select: { county: true } });
  if (!run) return 0;
  const parameters = await store.prisma.$transaction((tx) => rulebook.parameters(tx));
  const place = { on: civilDateAt(at.getTime()), division: run.county };
  const outcomes = toldOutcomes[choiceOf(parameters.get('payment.notice', place))] ?? [];
  const channel = choiceOf(parameters.get('payment.noticeChannel', place));
  if (outcomes.length === 0) return 0;
  const write = (ids: readonly string[]): Promise<number> =>
    store.withScopedClient(undefined, async (client) => {
      const rows = await linesOf(client, ids, outcomes);
      return keep(
        client,
        rows.map((row) => letterOf(row, at)),
        at,
        channel,
      );
    });
  let told = 0;
  for (let slice: readonly string[], after = '0'; ; after = slice.at(-1) ?? after) {
    slice = await store.withScopedClient(undefined, (client) => untold(client, runId, outcomes, after));
    for (let from = 0; from < slice.length; from += BATCH) told += await write(slice.slice(from, from + BATCH));
    if (slice.length < SLICE) return told;
  }
};
