import type { Calendar } from '../calendar';
import type { CivilDate } from '../civil-date';
import { currentCode, findDivision, pathOf } from '../divisions';
import { fieldError } from '../errors';
import type { Parameters } from '../parameters/resolve';
import { computeDeadline, escalationOf, type ComputedDeadline, type Rung } from './compute';
import type { DeadlineKind, DeadlineVariant } from './kinds';

export interface DeadlineQuestion {
  readonly kind: DeadlineKind;
  readonly variant?: DeadlineVariant;
  readonly from: CivilDate;
  /** 2, 4, 6, 9 or 12 digits; an ended code is read as its successor. */
  readonly division: string;
  readonly months?: number;
  /** The day whose law applies; the day of the event without it. */
  readonly on?: CivilDate;
}

export interface DeadlinePreview extends ComputedDeadline {
  readonly variant?: DeadlineVariant;
  readonly division: string;
  readonly divisionPath: string;
  readonly lawOn: CivilDate;
  readonly escalation: readonly Rung[];
}

/** When a limit would end and why, without a case. @throws AppError naming the field, or what is not published yet */
export const previewDeadline = (
  question: DeadlineQuestion,
  rules: { parameters: Parameters; calendar: Calendar },
): DeadlinePreview => {
  const { on, division: written, ...asked } = question;
  const known = findDivision(written);
  if (!known) throw fieldError('division', `没有行政区划${written},请核对代码`);
  const division = currentCode(known.code);
  const lawOn = on ?? question.from;
  const limit = computeDeadline({ ...asked, division, lawOn, ...rules });
  return {
    ...limit,
    ...(asked.variant && { variant: asked.variant }),
    division,
    divisionPath: pathOf(division),
    lawOn,
    escalation: escalationOf(limit, { division, ...rules }),
  };
};
