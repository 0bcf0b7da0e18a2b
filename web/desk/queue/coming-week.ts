import type { QueueItem } from '../../shared/api/types';
import { calendarDaysLeft } from '../../shared/format/dates';
import type { WaitingItem } from './api';

const DAYS = 7;
const MOST = 6;

export interface Coming {
  readonly id: string;
  readonly caseId: string;
  readonly applicantName: string;
  readonly sentence: string;
  readonly until: string;
}

type Work = Pick<QueueItem, 'workItemId' | 'caseId' | 'applicantName' | 'sentence' | 'dueAt'>;
type Waiting = Pick<WaitingItem, 'id' | 'caseId' | 'applicantName' | 'sentence' | 'until'>;

/** What falls due within a week, of one's own work and of what one waits for, the nearest first; a case at one instant once. */
export const comingWeek = (
  work: readonly Work[],
  waiting: readonly Waiting[],
  now: number = Date.now(),
): readonly Coming[] => {
  const all = [
    ...work.map(({ workItemId, dueAt, ...rest }) => ({ ...rest, id: workItemId, until: dueAt })),
    ...waiting,
  ];
  return all
    .flatMap(({ until, ...rest }) => (until === null ? [] : [{ ...rest, until }]))
    .filter(({ until }) => Date.parse(until) > now && calendarDaysLeft(until, now) <= DAYS)
    .sort((a, b) => Date.parse(a.until) - Date.parse(b.until))
    .filter(
      ({ caseId, until }, at, sorted) => sorted.findIndex((one) => one.caseId === caseId && one.until === until) === at,
    )
    .slice(0, MOST);
};
