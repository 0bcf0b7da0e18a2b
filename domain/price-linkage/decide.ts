import type { Calendar } from '../calendar';
import { isCivilMonth, type CivilDate, type CivilMonth } from '../civil-date';
import { currentCode, findDivision } from '../divisions';
import { fieldError } from '../errors';
import { sourceOf, type Term } from '../explain';
import type { Fen } from '../money';
import type { Parameters } from '../parameters/resolve';
import { amountOf } from './amount';
import { classes, type RecipientClass, type Settlement } from './classes';
import { payBy, type PayBy } from './deadline';
import type { Indices } from './indices';
import { recipientsOf } from './recipients';
import { triggerOf, type Condition } from './trigger';

export interface Question {
  /** Division code of 2 to 12 digits. */
  readonly area: string;
  readonly month: CivilMonth;
  readonly indices: Indices;
  readonly class: RecipientClass;
  readonly settlement?: Settlement;
  readonly publishedOn?: CivilDate;
}

export interface Decision {
  readonly area: string;
  readonly month: CivilMonth;
  readonly class: RecipientClass;
  /** The indices meet a threshold of the month and place. */
  readonly triggered: boolean;
  /** The rule of the month names the class. */
  readonly recipient: boolean;
  /** Both: the class gets the subsidy. */
  readonly starts: boolean;
  readonly conditions: readonly Condition[];
  /** Fen per person and month; absent where it does not start. */
  readonly amount?: Fen;
  readonly explanation: readonly Term[];
  readonly reasons: readonly string[];
  readonly deadline?: PayBy;
}

/**
 * Whether a month's indices start the subsidy for a class in a place, how much per person and month, and by when.
 * @throws AppError invalidInput naming the field; parameterUnknown where the rule or the standard of the month is not known
 */
export const decide = (
  question: Question,
  { parameters, calendar }: { parameters: Parameters; calendar: Calendar },
): Decision => {
  const known = findDivision(question.area);
  if (!known) throw fieldError('area', `没有行政区划${question.area},请核对代码`);
  if (!isCivilMonth(question.month)) throw fieldError('month', '月份应写成 2022-09 的样子');
  const division = currentCode(known.code);
  const { month } = question;
  const trigger = triggerOf({ division, month, indices: question.indices }, parameters);
  const { classes: named, rule } = recipientsOf({ division, month }, parameters);
  const recipient = named.includes(question.class);
  const label = classes[question.class].label;
  const who: Term = {
    group: 'recipients',
    label: `${label}${recipient ? '属于' : '不属于'}该月物价联动补贴对象`,
    value: recipient,
    unit: 'text',
    clause: rule.reference,
    parameter: sourceOf(rule),
  };
  const reasons = [...trigger.conditions.map(({ says }) => says), `${who.label}(${rule.reference})`];
  const base = {
    area: division,
    month,
    class: question.class,
    triggered: trigger.met,
    recipient,
    conditions: trigger.conditions,
  };
  if (!trigger.met || !recipient) return { ...base, starts: false, explanation: [who], reasons };
  const { fen, terms } = amountOf({ ...question, division, by: trigger.by }, parameters);
  const deadline = payBy(
    { division, month, ...(question.publishedOn && { publishedOn: question.publishedOn }) },
    { parameters, calendar },
  );
  return {
    ...base,
    starts: true,
    amount: fen,
    explanation: [who, ...terms],
    reasons: [...reasons, deadline.explanation],
    deadline,
  };
};
