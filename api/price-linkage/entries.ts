import { requireWithin } from '../actor';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { requireOne, requireOpen } from '../rulebook/entries';

export type Verdict = 'approved' | 'rejected';

interface Entry {
  readonly id: string;
  readonly state: string;
  readonly makerId: string;
  readonly division: string;
}

interface Decided {
  readonly state: Verdict;
  readonly checkerId: string;
  readonly checkedAt: Date;
}

interface Table<Row extends Entry> {
  find(tx: Tx, id: string): Promise<Row | null>;
  /** Takes the decision where the entry is still open; how many rows it changed. */
  decide(tx: Tx, id: string, data: Decided): Promise<{ readonly count: number }>;
  /** Looks once more, as of now, before an approval. @throws AppError */
  check?(tx: Tx, row: Row): Promise<void>;
}

/** The checker's answer to an entry of a table: open, within the office, and never one's own. */
export const decideEntry = async <Row extends Entry>(
  context: Context,
  table: Table<Row>,
  id: string,
  state: Verdict,
): Promise<Row> => {
  const actor = actorOf(context);
  context.audit.detail('entryId', id);
  return context.scope(async (tx) => {
    const row = await table.find(tx, id);
    requireOpen(row, actor.staffId);
    requireWithin(actor, row.division);
    if (state === 'approved') await table.check?.(tx, row);
    const { count } = await table.decide(tx, id, { state, checkerId: actor.staffId, checkedAt: context.now() });
    requireOne(count);
    return { ...row, state, checkerId: actor.staffId, checkedAt: context.now() };
  });
};
