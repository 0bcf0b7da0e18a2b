import type { CivilDate, CivilMonth } from '../../domain/civil-date';
import type { RunKind } from '../../domain/payments/run';
import { openRun } from '../../store/payments/open-run';
import { newId } from '../../store/uuid';
import type { StepDeps } from '../steps/apply-step';

interface Short {
  readonly county: string;
  readonly programme: string;
  readonly kind: RunKind;
  readonly month: CivilMonth;
  readonly occasionId: string | null;
  readonly format: string;
}

/**
 * What a release left unpaid for want of money, where there is money for at least one line now and no list is under way that
 * takes it along. By budget year: the money of one year does not pay the list of another.
 */
const SHORT = `
  select r.county, r.programme, case when r.occasion_id is null then 'supplementary' else r.kind end as kind, max(r.month) as month,
    r.occasion_id as "occasionId", min(r.format) as format
  from payment_hold h join payment_line l on l.id = h.line_id and l.state = 'held' join payment_run r on r.id = l.run_id
  where h.reason = 'fundShort' and h.ended_at is null and r.released_at is not null and ($1::text is null or r.county = $1)
    and not exists (select from payment_run o where o.county = r.county and o.programme = r.programme and o.month >= r.month
      and left(o.month, 4) = left(r.month, 4) and o.state = 'drawing' and o.occasion_id is not distinct from r.occasion_id)
  group by r.county, r.programme, left(r.month, 4), r.occasion_id, 3
  having min(l.fen - l.withheld_fen) <= (select max(b.arrived_fen + b.returned_fen - b.drawn_fen) from budget_line b
    where b.division = r.county and b.programme = r.programme and b.year = left(max(r.month), 4)::int)`;

/** Opens a list for what waited for money, once there is some; its drawing takes the held lines over with their arrears. */
export const redrawShort = async (
  { store }: Pick<StepDeps, 'store'>,
  today: CivilDate,
  county?: string,
): Promise<number> =>
  store.withScopedClient(undefined, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('funds/redraw'))`);
    const { rows } = await client.query<Short>(SHORT, [county ?? null]);
    let opened = 0;
    for (const { occasionId, ...run } of rows)
      if (await openRun(client, { ...run, id: newId(), openedOn: today, ...(occasionId && { occasionId }) }))
        opened += 1;
    return opened;
  });

/** Money that has arrived in a county is used at once, not only by the next day's tick. */
export const useArrivals = async (deps: Pick<StepDeps, 'store'>, today: CivilDate): Promise<number> => {
  const { outbox } = deps.store.prisma;
  const waiting = await outbox.findMany({
    where: { kind: 'fund-arrival', doneAt: null },
    orderBy: { id: 'asc' },
    take: 20,
  });
  for (const { id, payload } of waiting) {
    await redrawShort(deps, today, (payload as { readonly county: string }).county);
    await outbox.update({ where: { id }, data: { doneAt: new Date() } });
  }
  return waiting.length;
};
