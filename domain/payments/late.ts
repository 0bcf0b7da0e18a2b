import { civilDateAt, daysBetween, type CivilDate } from '../civil-date';
import { runStates, type RunState } from './run';

interface Timed {
  readonly state: RunState;
  readonly payBy: CivilDate | null;
  /** When the county let the money go. */
  readonly releasedAt: Date | null;
}

/**
 * Days after the pay-by day, up to the release or today: what banks take afterwards is told by their answers. A run
 * without such a day, or given up, is never late.
 */
export const daysLateOf = ({ state, payBy, releasedAt }: Timed, today: CivilDate): number => {
  const over = state === 'cancelled' || (runStates[state].order >= runStates.settled.order && !releasedAt);
  if (payBy === null || over) return 0;
  return Math.max(0, daysBetween(payBy, releasedAt ? civilDateAt(releasedAt.getTime()) : today));
};
