import type { Calendar } from '../calendar';
import { isCivilMonth, lastDayOf, type CivilDate, type CivilMonth } from '../civil-date';
import { currentCode, findDivision } from '../divisions';
import { AppError, fieldError } from '../errors';
import { sourceOf, type Term } from '../explain';
import type { Fen } from '../money';
import type { Parameters } from '../parameters/resolve';
import { amountOf, type Amount, type AmountQuestion } from './amount';
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
  /** Fen per person and month; absent where it does not start or is not known. */
  readonly amount?: Fen;
  /** It starts, but the standard of the month is not on record: what to do, never a guess. */
  readonly amountUnknown?: string;
  readonly explanation: readonly Term[];
  readonly reasons: readonly string[];
  readonly deadline?: PayBy;
}

const amountOrWhy = (question: AmountQuestion, parameters: Parameters): Amount | { readonly why: string } => {
  try {
    return amountOf(question, parameters);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'parameterUnknown')
      return { why: `符合启动条件,但金额不能计算:${thrown.message},或在 overrides 中给出替代值试算` };
    throw thrown;
  }
};

/**
 * Whether a month's indices start the subsidy for a class in a place, how much per person and month, and by when.
 * @throws AppError invalidInput naming the field; parameterUnknown where the rule of the month is not known
 */
export const decide = (
  question: Question,
  { parameters, calendar }: { parameters: Parameters; calendar: Calendar },
): Decision => {
  const known = findDivision(question.area);
  if (!known) throw fieldError('area', `没有行政区划${question.area},请核对代码`);
  if (!isCivilMonth(question.month)) throw fieldError('month', '月份应写成 2022-09 的样子');
  const division = currentCode(known.code);
  const { month, publishedOn } = question;
  if (publishedOn !== undefined && publishedOn <= lastDayOf(month))
    throw fieldError('publishedOn', '发布日期应在指数月份结束之后,请核对月份和日期');
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
  const deadline = payBy({ division, month, ...(publishedOn && { publishedOn }) }, { parameters, calendar });
  const starts = { ...base, starts: true, deadline };
  const reckoned = amountOrWhy({ ...question, division, by: trigger.by }, parameters);
  if ('why' in reckoned) {
    const says = [...reasons, reckoned.why, deadline.explanation];
    return { ...starts, amountUnknown: reckoned.why, explanation: [who], reasons: says };
  }
  const says = [...reasons, deadline.explanation];
  return { ...starts, amount: reckoned.fen, explanation: [who, ...reckoned.terms], reasons: says };
};
