import type { Calendar, SkippedDay } from '../calendar';
import { endOfDay, type CivilDate } from '../civil-date';
import { findKnown, integerOf } from '../parameters/read';
import type { Parameters } from '../parameters/resolve';
import { explain } from './explain';
import { kindRow, type DeadlineKind, type DeadlineVariant, type LimitUnit } from './kinds';
import { endOf, limitsOf } from './limit';
import { remindersOf } from './reminders';

export { escalationOf, type Rung } from './reminders';

export interface DeadlineInput {
  readonly kind: DeadlineKind;
  readonly variant?: DeadlineVariant;
  /** The day of the event, which is not counted. */
  readonly from: CivilDate;
  readonly division: string;
  /** The instant of the event, for a limit in hours; the end of its day without it. */
  readonly fromAt?: number;
  /** Only for a limit whose length is granted (gradual exit). */
  readonly months?: number;
  /** The day whose law applies; the day of the event without it. */
  readonly lawOn?: CivilDate;
  readonly parameters: Parameters;
  readonly calendar: Calendar;
}

export interface ComputedDeadline {
  readonly kind: DeadlineKind;
  readonly label: string;
  readonly from: CivilDate;
  /** The last day; the limit ends at 24:00 Asia/Shanghai, one in hours at its instant. */
  readonly due: CivilDate;
  readonly dueAt: number;
  readonly unit: LimitUnit;
  readonly length: number;
  readonly clause: string;
  readonly parameter: string;
  /** Since when the rule is in force, and the place it was made for. */
  readonly ruleFrom: CivilDate;
  readonly ruleDivision: string;
  /** True where the rule is a default that an office has yet to settle. */
  readonly assumed: boolean;
  readonly skipped: readonly SkippedDay[];
  /** The shorter limit that the office has promised. */
  readonly promised?: CivilDate;
  readonly promisedAt?: number;
  /** Instants before the end, ascending. */
  readonly reminders: readonly number[];
  readonly explanation: string;
}

// @clause 一(四) when each limit ends, by the law of the day and the place
/**
 * The end of a limit by the law of the day and the place (policy §13): the day of the event is not counted, of several
 * lengths the later end counts.
 * @throws AppError parameterUnknown, calendarUnpublished, invalidInput (variant, months)
 */
export const computeDeadline = (input: DeadlineInput): ComputedDeadline => {
  const { kind, variant, from, division, parameters, calendar } = input;
  const place = { on: input.lawOn ?? from, division };
  const limits = limitsOf(input, place);
  const ends = limits.map((limit) => ({ limit, end: endOf(limit, from, input, place) }));
  const { limit, end } = ends.reduce((last, next) => (next.end.due > last.end.due ? next : last));

  const category = variant ?? kindRow(kind).variants?.[0];
  const promise = findKnown(parameters, `deadline.${kind}.promised`, {
    ...place,
    ...(category !== undefined && { category }),
  });
  const promised =
    promise &&
    endOf(
      { unit: promise.unit as LimitUnit, length: integerOf(promise), rule: promise },
      from,
      { kind, parameters, calendar },
      place,
    ).due;
  const shorter = promised !== undefined && promised < end.due ? { promised, promisedAt: endOfDay(promised) } : {};

  return {
    kind,
    label: kindRow(kind).label,
    from,
    due: end.due,
    dueAt: end.instant ?? endOfDay(end.due),
    unit: limit.unit,
    length: limit.length,
    clause: limit.rule.reference,
    parameter: limit.rule.id,
    ruleFrom: limit.rule.from,
    ruleDivision: limit.rule.division,
    assumed: limit.rule.assumed ?? false,
    skipped: end.skipped,
    ...shorter,
    reminders: remindersOf(kind, from, end.due, parameters, place),
    explanation: explain(kind, from, limits, limit, end),
  };
};
