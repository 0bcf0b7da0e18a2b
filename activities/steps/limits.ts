import { createHash } from 'node:crypto';
import { endOfDay, sayDate, type CivilDate } from '../../domain/civil-date';
import { computeDeadline, escalationOf, type ComputedDeadline } from '../../domain/deadlines/compute';
import { remindersOf } from '../../domain/deadlines/reminders';
import { kindRow, type DeadlineKind, type DeadlineVariant } from '../../domain/deadlines/kinds';
import { AppError } from '../../domain/errors';
import type { Limit, Row } from '../../domain/lifecycle/table';
import type { Alarm, Owner } from '../../domain/lifecycle/state';
import { uuidOf } from '../../store/uuid';
import type { LimitStart, StepContext } from './context';

/** What a limit is reckoned from: a step's context, or an import that makes a case in the middle of its life. */
export interface LimitPlace extends Pick<StepContext, 'rulebook' | 'at' | 'on'> {
  readonly row: Pick<StepContext['row'], 'id' | 'division'>;
  readonly command: Pick<StepContext['command'], 'commandId'>;
}

/** A limit that this step starts: what to store and what to wake for. */
export interface StartedLimit {
  readonly id: string;
  readonly owner: Owner;
  readonly kind: DeadlineKind;
  readonly from: CivilDate;
  readonly variant?: DeadlineVariant;
  /** Undefined while the working days that it reaches are not published: shown as such, never guessed. */
  readonly limit?: ComputedDeadline;
  readonly alarms: readonly Alarm[];
}

const MINUTE_MS = 60_000;

/** Up to half an hour, fixed by the case: reminders do not all come at once. Statutory instants are never moved. */
const jitterOf = (caseId: string): number =>
  (createHash('sha1').update(caseId).digest().readUInt16BE(0) % 30) * MINUTE_MS;

const alarmsOf = (
  context: LimitPlace,
  id: string,
  owner: Owner,
  limit: ComputedDeadline,
  rule: Limit | undefined,
): readonly Alarm[] => {
  const base = { deadlineId: id, owner, kind: limit.kind };
  const jitter = jitterOf(context.row.id);
  const reminders = limit.reminders
    .map((at, level): Alarm => ({ ...base, at: at + jitter, type: 'remind', level }))
    .filter(({ at }) => at > context.at && at < limit.dueAt);
  const ladder =
    rule?.whenDue || kindRow(limit.kind).right
      ? []
      : escalationOf(limit, { ...context.rulebook, division: context.row.division }).map(({ at, level }): Alarm => ({
          ...base,
          at,
          type: 'escalate',
          level,
        }));
  return [
    ...reminders,
    { ...base, at: limit.dueAt, type: 'due', level: 0 },
    ...ladder.filter(({ level }) => level > 0),
  ];
};

/** The same limit with a later end: how long the law gives is told as before. */
const putOff = (context: LimitPlace, limit: ComputedDeadline, { to, because }: Deferred): ComputedDeadline => ({
  ...limit,
  due: to,
  dueAt: endOfDay(to),
  reminders: remindersOf(limit.kind, context.on, to, context.rulebook.parameters, {
    on: context.on,
    division: context.row.division,
  }),
  explanation: `${limit.explanation}因${because}延期到${sayDate(to)}24时。`,
});

type Deferred = NonNullable<LimitStart['deferred']>;

const computed = (context: LimitPlace, start: LimitStart, from: CivilDate): ComputedDeadline | undefined => {
  const { rulebook, row } = context;
  const more = {
    ...(start.variant && { variant: start.variant }),
    ...(start.months !== undefined && { months: start.months }),
    ...(!start.from && { fromAt: context.at }),
  };
  try {
    const limit = computeDeadline({ kind: start.kind, from, division: row.division, ...rulebook, ...more });
    return start.deferred ? putOff(context, limit, start.deferred) : limit;
  } catch (error) {
    if (error instanceof AppError && error.code === 'calendarUnpublished') return undefined;
    throw error;
  }
};

/** `id`: of the row to fill in, where an unpublished limit is reckoned again. */
export const startLimit = (
  context: LimitPlace,
  owner: Owner,
  rule: Limit | undefined,
  start: LimitStart,
  id = uuidOf(context.row.id, context.command.commandId, owner, start.kind),
): StartedLimit => {
  const from = start.from ?? context.on;
  const limit = computed(context, start, from);
  return {
    id,
    owner,
    kind: start.kind,
    from,
    ...(start.variant && { variant: start.variant }),
    ...(limit && { limit }),
    alarms: limit ? alarmsOf(context, id, owner, limit, rule) : [],
  };
};

/** The limits that the table starts on this action: on entering (unless running), or by the action's name. */
export const tableStarts = (
  row: Row<string>,
  action: string,
  entered: boolean,
  running: ReadonlySet<DeadlineKind>,
): readonly DeadlineKind[] =>
  Object.entries(row.limits)
    .filter(
      ([kind, limit]) =>
        limit.from === action || (limit.from === 'entry' && entered && !running.has(kind as DeadlineKind)),
    )
    .map(([kind]) => kind as DeadlineKind);

/** The kinds that this action meets, and those that the new row no longer lists. */
export const tableEnds = (
  before: Row<string> | undefined,
  after: Row<string> | undefined,
  action: string,
): readonly DeadlineKind[] => {
  const met = Object.entries(before?.limits ?? {}).filter(([, limit]) => limit.until === action);
  const left = Object.entries(before?.limits ?? {}).filter(([kind]) => !after || !(kind in after.limits));
  return [...met, ...left].map(([kind]) => kind as DeadlineKind);
};
