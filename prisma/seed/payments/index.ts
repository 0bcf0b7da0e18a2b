import type { SeedDeps } from '../telling/deps';
import { enterCards } from './cards';
import { enterPayingCounty, PAYING_COUNTY } from './county';
import { tellRuns } from './runs';

/**
 * The payments of one county over the last months: cards, money, and the runs with what people did in them. Where no
 * household of the county is in benefit there is nothing to tell. Told again, it goes on where it stands.
 */
export const tellPayments = async (deps: SeedDeps): Promise<{ readonly cards: number; readonly runs: number }> => {
  const { rowCount } = await deps.store.pool.query(
    `select from entitlement e join "case" c on c.id = e.case_id where starts_with(c.division, $1) limit 1`,
    [PAYING_COUNTY],
  );
  if (!rowCount) return { cards: 0, runs: 0 };
  await enterPayingCounty(deps);
  return { cards: await enterCards(deps), runs: await tellRuns(deps) };
};
