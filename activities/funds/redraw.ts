import type { CivilDate, CivilMonth } from '../../domain/civil-date';
import { fundRules } from '../../domain/funds/rules';
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

/** Where something waits for money since a release. */
const WAITING = `
  payment_hold h join payment_line l on l.id = h.line_id and l.state = 'held' join payment_run r on r.id = l.run_id
  where h.reason = 'fundShort' and h.ended_at is null and r.released_at is not null`;

/**
 * What a release left unpaid for want of money, where there is money for at least one line now and no list is under way that
 * takes it along. The money of a year pays its own lists; what they owe for an earlier year is paid by whose money the
 * county's rule says. `$1`: counties, `$2`: that of the list's year, `$3`: that of the year it is owed for.
 */
const SHORT = `
  select r.county, r.programme, case when r.occasion_id is null then 'supplementary' else r.kind end as kind, max(r.month) as month,
    r.occasion_id as "occasionId", min(r.format) as format
  from unnest($1::text[], $2::bool[], $3::bool[]) as rule (county, by_list, by_owed),
    lateral (select r.*, l.fen - l.withheld_fen as short_fen, left(r.month, 4)::int as list_year, left(l.month, 4)::int as owed_year
      from ${WAITING} and r.county = rule.county) r
  where not exists (select from payment_run o where o.county = r.county and o.programme = r.programme and o.month >= r.month
      and left(o.month, 4) = left(r.month, 4) and o.state = 'drawing' and o.occasion_id is not distinct from r.occasion_id)
  group by r.county, r.programme, r.list_year, r.occasion_id, 3
  having bool_or(exists (select from budget_line b where b.division = r.county and b.programme = r.programme
    and r.short_fen <= b.arrived_fen + b.returned_fen - b.drawn_fen
    and (b.year = r.list_year and (rule.by_list or r.owed_year = r.list_year) or b.year = r.owed_year and rule.by_owed)))`;

/** The counties where something waits, each with whose year's money pays its arrears; undefined when there is none. */
const rulesWhereShort = async (
  { store, rulebook }: StepDeps,
  today: CivilDate,
  county: string | undefined,
): Promise<readonly [counties: string[], byList: boolean[], byOwed: boolean[]] | undefined> => {
  const { rows } = await store.pool.query<{ county: string }>(
    `select distinct r.county from ${WAITING} and ($1::text is null or r.county = $1)`,
    [county ?? null],
  );
  if (rows.length === 0) return undefined;
  const parameters = await store.prisma.$transaction((tx) => rulebook.parameters(tx));
  const rules = rows.map((row) => fundRules(parameters, row.county, today).arrearsYears);
  return [
    rows.map((row) => row.county),
    rules.map((years) => years.includes('list')),
    rules.map((years) => years.includes('owed')),
  ];
};

/** Opens a list for what waited for money, once there is some; its drawing takes the held lines over with their arrears. */
export const redrawShort = async (deps: StepDeps, today: CivilDate, county?: string): Promise<number> => {
  const rules = await rulesWhereShort(deps, today, county);
  if (!rules) return 0;
  return deps.store.withScopedClient(undefined, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('funds/redraw'))`);
    const { rows } = await client.query<Short>(SHORT, [...rules]);
    let opened = 0;
    for (const { occasionId, ...run } of rows)
      if (await openRun(client, { ...run, id: newId(), openedOn: today, ...(occasionId && { occasionId }) }))
        opened += 1;
    return opened;
  });
};

/** Money that has arrived in a county is used at once, not only by the next day's tick. */
export const useArrivals = async (deps: StepDeps, today: CivilDate): Promise<number> => {
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
