import type { Calendar } from '../calendar';
import {
  addDays,
  addMonthsToMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
  sayDate,
  type CivilDate,
  type CivilMonth,
} from '../civil-date';
import { AppError } from '../errors';
import { sourceOf, type ParameterSource } from '../explain';
import { choiceOf, integerOf } from '../parameters/read';
import type { Parameters } from '../parameters/resolve';

export interface PayBy {
  /** The last day; absent where the calendar of the year is not published. */
  readonly due?: CivilDate;
  readonly publishedOn: CivilDate;
  /** The day of publication was not given: the usual one. */
  readonly assumed: boolean;
  readonly explanation: string;
  readonly clause: string;
  readonly parameter: ParameterSource;
}

const workingDaysAfter = (
  calendar: Calendar,
  from: CivilDate,
  days: number,
  division: string,
): CivilDate | AppError => {
  try {
    return calendar.addWorkingDays(from, days, division).date;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'calendarUnpublished') return thrown;
    throw thrown;
  }
};

/**
 * By when the subsidy of an index month must be paid: 20 working days after the index is published (the day itself not
 * counted), from 2021-11 within the month of publication.
 */
export const payBy = (
  { division, month, publishedOn }: { division: string; month: CivilMonth; publishedOn?: CivilDate },
  { parameters, calendar }: { parameters: Parameters; calendar: Calendar },
): PayBy => {
  const place = { on: firstDayOf(month), division };
  const usual = (): CivilDate =>
    addDays(
      firstDayOf(addMonthsToMonth(month, 1)),
      integerOf(parameters.get('priceLinkage.publicationDay', place)) - 1,
    );
  const published = publishedOn ?? usual();
  const rule = parameters.get('priceLinkage.deadline.rule', place);
  const known = { publishedOn: published, assumed: publishedOn === undefined };
  const by = `指数于${sayDate(published)}发布${known.assumed ? '(未填发布日期,按通常发布日估算)' : ''}`;
  if (choiceOf(rule) === 'withinMonth') {
    const due = lastDayOf(monthOf(published));
    return {
      ...known,
      due,
      explanation: `${by},应在发布当月内发放,最迟${sayDate(due)}`,
      clause: rule.reference,
      parameter: sourceOf(rule),
    };
  }
  const length = parameters.get('priceLinkage.deadline.workingDays', place);
  const days = integerOf(length);
  const due = workingDaysAfter(calendar, published, days, division);
  const start = `${by},应在发布后${days}个工作日内发放`;
  const rest = { clause: length.reference, parameter: sourceOf(length) };
  if (due instanceof AppError) return { ...known, ...rest, explanation: `${start};${due.message}` };
  return { ...known, ...rest, due, explanation: `${start}(发布当日不计),最迟${sayDate(due)}` };
};
