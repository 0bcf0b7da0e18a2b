import { daysBetween, type CivilDate } from '../civil-date';

/** Where a month of an area stands. */
export const monthStates = {
  noIndex: { label: '未录指数' },
  notTriggered: { label: '未达到条件' },
  stopped: { label: '已停止(涨幅回落)' },
  waiting: { label: '达到条件,待启动' },
  started: { label: '已启动,待发放' },
  paid: { label: '已发放' },
} as const;

export type MonthState = keyof typeof monthStates;

interface MonthFacts {
  /** Undefined where no index is entered and checked. */
  readonly triggered: boolean | undefined;
  readonly started: boolean;
  readonly paidOn?: CivilDate;
  /** The month before was triggered or paid. */
  readonly ranBefore: boolean;
  readonly due?: CivilDate;
  readonly today: CivilDate;
}

const stateOf = ({ triggered, started, paidOn, ranBefore }: MonthFacts): MonthState => {
  if (paidOn !== undefined) return 'paid';
  if (started) return 'started';
  if (triggered === undefined) return 'noIndex';
  if (triggered) return 'waiting';
  return ranBefore ? 'stopped' : 'notTriggered';
};

/**
 * The state of a month and how late it is, from what is there alone: asked again after any outage it is the same.
 * Days late count from the day after the last day, up to the day of payment.
 */
export const monthStateOf = (
  facts: MonthFacts,
): { readonly state: MonthState; readonly daysLate: number; readonly daysLeft?: number } => {
  const state = stateOf(facts);
  const runs = state === 'waiting' || state === 'started' || state === 'paid';
  if (!runs || facts.due === undefined) return { state, daysLate: 0 };
  const left = daysBetween(facts.paidOn ?? facts.today, facts.due);
  return { state, daysLate: left < 0 ? -left : 0, ...(state === 'paid' ? {} : { daysLeft: left }) };
};
