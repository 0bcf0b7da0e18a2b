import { firstDayOf, type CivilMonth } from '../civil-date';
import { AppError, fieldError } from '../errors';
import type { Term } from '../explain';
import type { Fen } from '../money';
import { choiceOf, fenOf, ratioOf } from '../parameters/read';
import type { Parameters, Query, Resolved } from '../parameters/resolve';
import { compare, fraction, multiply, over, roundTo, type Rational, type RoundingMode } from '../rational';
import { amountTerms } from './amount-terms';
import { classes, type RecipientClass, type Settlement } from './classes';
import { riseOf, type IndexKind, type Indices } from './indices';

export interface AmountQuestion {
  readonly division: string;
  readonly month: CivilMonth;
  readonly indices: Indices;
  /** Which indices met their threshold. */
  readonly by: readonly IndexKind[];
  readonly class: RecipientClass;
  readonly settlement?: Settlement;
}

export interface Amount {
  readonly fen: Fen;
  readonly terms: readonly Term[];
}

const PROVINCE_DIGITS = 2;
const modes: readonly string[] = ['exact', 'up', 'down', 'halfUp'] satisfies RoundingMode[];

const wrong = (resolved: Resolved): AppError =>
  new AppError('parameterInvalid', `参数“${resolved.title}”的数值“${String(resolved.value)}”不认识,请管理员更正`, {
    parameter: resolved.id,
  });

const modeOf = (resolved: Resolved): RoundingMode => {
  const choice = choiceOf(resolved);
  if (!modes.includes(choice)) throw wrong(resolved);
  return choice as RoundingMode;
};

/** The settlement whose standard is the base. @throws AppError invalidInput where the class needs to be told */
const settlementOf = (question: AmountQuestion, rule: Resolved): Settlement => {
  const choice = choiceOf(rule);
  if (choice === 'urban' || choice === 'rural') return choice;
  if (choice !== 'settlement') throw wrong(rule);
  if (question.settlement) return question.settlement;
  throw fieldError(
    'settlement',
    `${classes[question.class].label}按城乡分别计算,请填写 settlement(urban 城市、rural 农村)`,
  );
};

const standards = {
  urban: { id: 'dibao.standard.urban', perYear: false },
  rural: { id: 'dibao.standard.rural', perYear: true },
} as const;

const MONTHS = 12;

/** Fen a month, exactly: the rural standard is published per year. */
const baseOf = (settlement: Settlement, parameters: Parameters, query: Query) => {
  const { id, perYear } = standards[settlement];
  const resolved = parameters.get(id, query);
  const fen = fraction(fenOf(resolved));
  return { resolved, monthly: perYear ? over(fen, MONTHS) : fen };
};

interface Used {
  readonly kind: IndexKind;
  readonly rise: Rational;
  readonly rule: Resolved;
}

const highest = (kinds: readonly IndexKind[], { indices }: AmountQuestion): IndexKind | undefined =>
  [...kinds].sort((a, b) => compare(riseOf(b, indices[b] ?? '0'), riseOf(a, indices[a] ?? '0')))[0];

/** General: SCPI, else CPI, else what triggered. Triggering: what triggered, the higher of several. */
const usedIndex = (question: AmountQuestion, rule: Resolved): Used => {
  const choice = choiceOf(rule);
  if (choice !== 'general' && choice !== 'triggering') throw wrong(rule);
  const general = (['scpi', 'cpi'] as const).find((kind) => question.indices[kind] !== undefined);
  const kind = (choice === 'general' ? general : undefined) ?? highest(question.by, question);
  if (kind === undefined) throw fieldError('indices', '没有可用于计算金额的指数,请填写CPI同比涨幅');
  return { kind, rise: riseOf(kind, question.indices[kind] ?? ''), rule };
};

const PERCENT = 100n;

/**
 * Per person and month: max(minimum, standard of the index month × rise, rounded) × multiplier. A rise below zero gives
 * the minimum. Each step is a term; the last one is the amount.
 * @throws AppError parameterUnknown where the standard of the month is not known, invalidInput (settlement)
 */
export const amountOf = (question: AmountQuestion, parameters: Parameters): Amount => {
  const on = firstDayOf(question.month);
  const place = { on, division: question.division };
  const rule = (name: string, category?: string) =>
    parameters.get(`priceLinkage.${name}`, { ...place, ...(category === undefined ? {} : { category }) });
  const baseRule = rule('base', question.class);
  const settlement = settlementOf(question, baseRule);
  const baseDivision = rule('baseDivision');
  const local = choiceOf(baseDivision) === 'local';
  const division = local ? question.division : question.division.slice(0, PROVINCE_DIGITS);
  const { resolved: standard, monthly } = baseOf(settlement, parameters, { on, division });
  const used = usedIndex(question, rule('amountIndex'));
  const [mode, unit, least, factor] = [
    rule('rounding.mode'),
    rule('rounding.unit'),
    rule('minimum'),
    rule('multiplier'),
  ];
  const exact = multiply(monthly, { n: used.rise.n, d: used.rise.d * PERCENT });
  const rounded = roundTo(exact, modeOf(mode), fenOf(unit));
  const minimum = fenOf(least);
  const single = rounded < minimum ? minimum : rounded;
  const { numerator, denominator } = ratioOf(factor);
  const fen = roundTo(fraction(single * numerator, denominator), modeOf(mode), 1n);
  const terms = amountTerms({
    who: question.class,
    on,
    settlement,
    standard,
    baseRule,
    baseDivision,
    local,
    index: used.kind,
    rise: question.indices[used.kind] ?? '',
    indexRule: used.rule,
    exact,
    rounded,
    mode,
    minimum: least,
    multiplier: factor,
    fen,
  });
  return { fen, terms };
};
