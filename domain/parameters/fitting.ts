import { isCivilMonth } from '../civil-date';
import { studentLevels } from '../dibao/input';
import { checkTable } from '../dibao/override-tables';
import { isRecord } from '../dibao/override-values';
import { specOf } from '../dibao/parameter-specs';
import { emergencyProblem } from '../emergency/event';
import { configuredProblem } from '../exchange/configured';
import { arrearsYears } from '../funds/rules';
import { sourceNames } from '../funds/sources';
import { confirmationModes } from '../letters/remedy';
import { isMatterKind, matters } from '../lifecycle/matters';
import { programmeNames } from '../lifecycle/programmes';
import { toldOutcomes } from '../payment-notices/words';
import { formats } from '../payment-files/formats';
import { priceLinkageProblem } from '../price-linkage/specs';
import { compare, fromDecimal, total } from '../rational';
import { yearEnds } from '../reserve-fund/rules';
import { units } from './value';

/** What is wrong with a value that its unit allows, as a sentence; undefined where nothing is. */
type Problem = (value: unknown) => string | undefined;

const ONE = fromDecimal('1');

const oneOf =
  (words: readonly string[]): Problem =>
  (value) =>
    words.includes(value as string) ? undefined : `数值只能是:${words.join('、')}`;

/** A list without repetition, of at least one word. */
const someOf =
  (words: readonly string[]): Problem =>
  (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every((word) => words.includes(word as string))
      ? undefined
      : `数值应为列表,至少一项,不重复,每项只能是:${words.join('、')}`;

const anyOf =
  (words: readonly string[]): Problem =>
  (value) =>
    Array.isArray(value) && value.length === 0 ? undefined : someOf(words)(value);

const between =
  (least: number, most: number): Problem =>
  (value) =>
    Number(value) >= least && Number(value) <= most ? undefined : `数值应在${least}至${most}之间`;

const atLeast =
  (least: number): Problem =>
  (value) =>
    Number(value) >= least ? undefined : `数值不能小于${least}`;

const isDays = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isRising = (days: readonly number[]): boolean =>
  days.every((day, index) => index === 0 || day >= days[index - 1]!);

/** Days of a ladder, each level no earlier than the one below. */
const ladder =
  (levels: number): Problem =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.length <= levels && value.every(isDays) && isRising(value)
      ? undefined
      : `数值应为天数的列表,一级一项,至多${levels}项,后一级不早于前一级,例如 ${JSON.stringify([1, 3, 5, 7].slice(0, levels))}`;

const days: Problem = (value) =>
  Array.isArray(value) && value.every(isDays) ? undefined : '数值应为天数的列表,例如 [3, 1]';

const isPair = (value: unknown): value is readonly [unknown, unknown] => Array.isArray(value) && value.length === 2;

/** Pairs of a word and what belongs to it, each word once. */
const pairs =
  (words: readonly string[], fits: (second: unknown) => boolean, example: string): Problem =>
  (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((pair) => isPair(pair) && words.includes(pair[0] as string) && fits(pair[1])) &&
    new Set((value as [string, unknown][]).map(([word]) => word)).size === value.length
      ? undefined
      : `数值应为成对的列表,前一项只能是:${words.join('、')},各写一次,例如 ${example}`;

const shares: Problem = (value) =>
  pairs(sourceNames, units.ratio.fits, '[["central", "0.7"], ["county", "0.3"]]')(value) ??
  (compare(total((value as [string, string][]).map(([, ratio]) => fromDecimal(ratio))), ONE) === 0
    ? undefined
    : '各级比例之和应为1');

const atMostOne: Problem = (value) => (compare(fromDecimal(String(value)), ONE) <= 0 ? undefined : '数值不能大于1');
const notBelowOne: Problem = (value) => (compare(fromDecimal(String(value)), ONE) >= 0 ? undefined : '数值不能小于1');

const exclusions: Problem = (value) =>
  Array.isArray(value) &&
  value.every((pair) => isPair(pair) && pair.every((name) => programmeNames.some((programme) => programme === name)))
    ? undefined
    : `数值应为成对的列表,每项只能是:${programmeNames.join('、')},例如 [["dibao", "tekun"]]`;

const yearAndMonth: Problem = (value) =>
  isCivilMonth(String(value).replace(/^(\d{4})(\d{2})$/, '$1-$2')) ? undefined : '数值应写成 202206 的样子';

const matterKinds = Object.keys(matters).filter(isMatterKind);
const isAge = (value: unknown): boolean => typeof value === 'string' && /^[1-5]?\d$/.test(value);
const monthDay = between(1, 28);

const problems: Readonly<Record<string, Problem>> = {
  'deadline.draft.reminders': days,
  'deadline.escalation': ladder(4),
  'deadline.reminderHour': between(0, 23),
  'deadline.reminders': days,
  'dibao.confirmation': oneOf(confirmationModes),
  'dibao.confirmationSample.rate': atMostOne,
  'dibao.gradualExit.share': atMostOne,
  'dibao.income.averagingMonths': atLeast(1),
  'dibao.marginal.multiple': notBelowOne,
  'dibao.recheck.months': atLeast(1),
  'dibao.workRefusal.share': atMostOne,
  'dibao.workRefusal.times': atLeast(1),
  'dynamics.dueDay': monthDay,
  'dynamics.escalationDays': ladder(3),
  'dynamics.graduationAges': pairs(studentLevels, isAge, '[["college", "21"]]'),
  'dynamics.graduationMonth': between(1, 12),
  'emergency.events': emergencyProblem,
  'funds.arrearsYears': someOf(arrearsYears),
  'funds.carryYears': atLeast(1),
  'funds.forecastMonths': between(1, 36),
  'funds.shares': shares,
  'funds.sourceOrder': someOf(sourceNames),
  'oneOffSubsidy.cutOffMonth': yearAndMonth,
  'payment.exclusions': exclusions,
  'payment.format': oneOf(Object.keys(formats)),
  'payment.holdingMatters': anyOf(matterKinds),
  'payment.lockDay': monthDay,
  'payment.notice': oneOf(Object.keys(toldOutcomes)),
  'payment.noticeChannel': oneOf(['letter', 'sms']),
  'payment.payByDay': monthDay,
  'payment.sharedAccountLimit': atLeast(1),
  'priceLinkage.publicationDay': monthDay,
  'recovery.deductionCap': atMostOne,
  'reserveFund.source': oneOf(sourceNames.map((source) => `${source}Funds`)),
  'reserveFund.yearEnd': oneOf(Object.keys(yearEnds)),
  'uplift.sampleMost': atLeast(1),
  'uplift.sampleRate': atMostOne,
};

/** The same whatever the order of its keys. */
const written = (table: unknown): string | undefined =>
  JSON.stringify(table, (_key, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

/** Tables of the rules of 低保 are entered whole: the short forms of a caller's overrides are for a caller alone. */
const dibaoProblem = (id: string, value: unknown): string | undefined => {
  const spec = specOf(id);
  if (spec?.choices) return oneOf(spec.choices)(value);
  return spec?.unit !== 'table' || written(checkTable(id, value)) === written(value)
    ? undefined
    : '表中的项目或写法不对,请照已公布的数值填写';
};

/** What is wrong with a value that its unit allows, told when it is entered; undefined where nothing is. */
export const misfitOf = (id: string, value: unknown, category?: string): string | undefined =>
  (Object.hasOwn(problems, id) ? problems[id]!(value) : undefined) ??
  dibaoProblem(id, value) ??
  configuredProblem(id, value, category) ??
  priceLinkageProblem(id, value);
