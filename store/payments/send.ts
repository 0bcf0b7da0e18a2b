import type { PoolClient } from 'pg';
import { planWithout } from './planned';
import { formatOf } from '../../domain/payment-files/formats';
import type { RunRow } from './history';
import { uuidOf } from '../uuid';

/**
 * Puts what may be paid into `going`, a table of this transaction: the funds say there which budget line pays each (see
 * funds/draw.ts), and one statement then sends all of it. `fen`: what goes to the bank.
 */
export const gatherGoing = async (client: PoolClient, runId: string): Promise<void> => {
  await client.query('drop table if exists pg_temp.going');
  await client.query(
    `create temp table going on commit drop as
     select l.id, l.township, l.case_id, l.month, l.fen - l.withheld_fen as fen, a.bank, null::uuid as budget_line_id
     from payment_line l left join card_account a on a.id = l.account_id where l.run_id = $1 and l.state = 'pending'`,
    [runId],
  );
  await client.query('analyze going');
};

/** The files that hold so many lines of each bank, no more lines in one than the layout takes. */
const filesFor = async (client: PoolClient, runId: string, maxLines: number) => {
  const { rows } = await client.query<{ bank: string; lines: number }>(
    `select bank, count(*)::int as lines from going where fen > 0 group by bank order by bank`,
  );
  return rows.flatMap(({ bank, lines }) =>
    Array.from({ length: Math.ceil(lines / maxLines) }, (_, index) => ({
      id: uuidOf('payment-file', runId, bank, index + 1),
      bank,
      part: index + 1,
    })),
  );
};

/** A file that a run is about to hand over; its id follows from run, bank and part. */
export type PlannedFile = Awaited<ReturnType<typeof filesFor>>[number];

/**
 * Everything that may be paid goes, each line with what pays it and its place in the file of its bank, always in the same
 * order; what is held stays behind, and a line of which nothing is left to pay out stands in no file. Answers the files.
 */
export const sendLines = async (
  client: PoolClient,
  { id: runId, format }: Pick<RunRow, 'id' | 'format'>,
  at: Date,
  maxLines = formatOf(format).maxLines,
): Promise<readonly PlannedFile[]> => {
  const files = await filesFor(client, runId, maxLines);
  // Matched by hash, and found by the run: the planner does not know yet how many lines a new run has; row by row it would
  // compare all with all, or read the lines of all counties.
  await planWithout(client, ['nestloop', 'seqscan'], () =>
    client.query(
      `update payment_line l set state = 'sent', reason = null, changed_at = $2, changed_by = null,
       budget_line_id = g.budget_line_id, file_id = f.id, position = case when f.id is not null then (g.n - 1) % $6 + 1 end
     from (select id, budget_line_id, bank, fen > 0 as goes,
             row_number() over (partition by bank, fen > 0 order by township, case_id, month, id) as n from going) g
     left join unnest($3::uuid[], $4::text[], $5::int[]) as f (id, bank, part) on g.goes and f.bank = g.bank and f.part = (g.n - 1) / $6 + 1
     where l.id = g.id and l.run_id = $1`,
      [runId, at, files.map(({ id }) => id), files.map(({ bank }) => bank), files.map(({ part }) => part), maxLines],
    ),
  );
  return files;
};
