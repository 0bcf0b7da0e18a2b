import { addDays, sayDate, type CivilDate } from '../civil-date';
import type { FieldError } from '../errors';
import { fenFromYuan, sayYuan, type Fen } from '../money';
import { worseThanProvince } from './floors';
import type { DatedValue, Parameters, Resolved } from './resolve';

/** A value that an office wants to enter. */
export interface Proposal extends Pick<DatedValue, 'division' | 'from' | 'value' | 'reference'> {
  readonly id: string;
  readonly category?: string;
  readonly to?: CivilDate;
  /** In force in the past and entered as it was: the legal floors are told as warnings. */
  readonly history?: boolean;
}

/** Which legal floor a standard lies under. */
export type Rule = 'guide' | 'tekunRatio' | 'ruralRatio';

const URBAN = 'dibao.standard.urban';
const RURAL = 'dibao.standard.rural';
const TEKUN = 'tekun.standard.basic';
const FLOORED: readonly string[] = [URBAN, RURAL, TEKUN];
const PROVINCE = '53';

interface Standards {
  readonly urban: Fen | undefined;
  readonly rural: Fen | undefined;
  readonly tekun: Fen | undefined;
  readonly guide: Fen | undefined;
}

interface Invariant {
  readonly rule: Rule;
  readonly appliesTo: readonly string[];
  readonly since: CivilDate;
  readonly holds: (standards: Standards, proposed: Fen) => boolean;
  readonly says: (standards: Standards, on: CivilDate) => string;
}

const say = (fen: Fen | undefined): string => (fen === undefined ? '未知' : sayYuan(fen));

/** The relations that standards must keep, each with the rule it cites; a standard that is not known yet hinders nobody. */
const invariants: readonly Invariant[] = [
  {
    rule: 'guide',
    appliesTo: [URBAN, RURAL, TEKUN],
    since: '1999-10-01',
    holds: ({ guide }, proposed) => guide === undefined || proposed >= guide,
    says: ({ guide }, on) =>
      `${sayDate(on)}省级指导标准为${say(guide)},地方标准不得低于它(云南省民政厅2022年6月28日通知三(二));请提高数值,或填写在此之前的结束日期`,
  },
  {
    rule: 'tekunRatio',
    appliesTo: [URBAN, TEKUN],
    // Since the standards of June 2020; 2019 stood at 1.2.
    since: '2020-06-01',
    holds: ({ urban, tekun }) => urban === undefined || tekun === undefined || tekun * 10n >= urban * 13n,
    says: ({ urban, tekun }, on) =>
      `${sayDate(on)}特困人员基本生活标准${say(tekun)}低于当地城市低保标准${say(urban)}的1.3倍(云南省民政厅2022年6月28日通知三(二));请先录入提高后的特困标准,再提高城市低保标准`,
  },
  {
    rule: 'ruralRatio',
    appliesTo: [URBAN, RURAL],
    // With the standards of July 2025.
    since: '2025-07-01',
    holds: ({ urban, rural }) => urban === undefined || rural === undefined || rural * 100n >= urban * 12n * 75n,
    says: ({ urban, rural }, on) =>
      `${sayDate(on)}农村低保标准${say(rural)}/年不足城市低保标准${say(urban)}/月的75%(云民发〔2025〕40号);请先录入提高后的农村标准`,
  },
];

const fenOf = (resolved: Resolved | undefined): Fen | undefined =>
  typeof resolved?.value === 'string' ? fenFromYuan(resolved.value) : undefined;

const valuesOf = (parameters: Parameters, id: string): readonly DatedValue[] =>
  parameters.all.find((parameter) => parameter.id === id)?.values ?? [];

const within = ({ from, to }: Proposal, on: CivilDate): boolean => from <= on && (to === undefined || on <= to);

/** The first day of the value and every later day on which a related standard of the place changes while it holds. */
const daysToCheck = (parameters: Parameters, proposal: Proposal): CivilDate[] => {
  const starts = [URBAN, RURAL, TEKUN]
    .flatMap((id) => valuesOf(parameters, id))
    .filter(({ division, from }) => proposal.division.startsWith(division) && within(proposal, from))
    .map(({ from }) => from);
  return [...new Set([proposal.from, ...starts])].sort();
};

const standardsOn = (parameters: Parameters, proposal: Proposal, on: CivilDate): Standards => {
  const value = (id: string, division: string) =>
    parameters.all.some((parameter) => parameter.id === id) ? fenOf(parameters.find(id, { on, division })) : undefined;
  const proposed = fenFromYuan(String(proposal.value));
  const at = (id: string) => (id === proposal.id ? proposed : value(id, proposal.division));
  return {
    urban: at(URBAN),
    rural: at(RURAL),
    tekun: at(TEKUN),
    guide: proposal.division.length > PROVINCE.length ? value(proposal.id, PROVINCE) : undefined,
  };
};

const brokenRelations = (parameters: Parameters, proposal: Proposal): FieldError[] =>
  invariants
    .filter(({ appliesTo }) => appliesTo.includes(proposal.id))
    .flatMap(({ since, holds, says }) => {
      const proposed = fenFromYuan(String(proposal.value));
      const bad = daysToCheck(parameters, proposal)
        .filter((on) => on >= since)
        .find((on) => !holds(standardsOn(parameters, proposal, on), proposed));
      return bad ? [{ path: 'value', message: says(standardsOn(parameters, proposal, bad), bad) }] : [];
    });

/** The notice that set the first day by which every place had to follow; later guides come with theirs. */
const FOLLOWED_SINCE = '2022-07-01';

/** A place may not leave a gap between the first day of a guide and its own new value. */
const missedDay = (parameters: Parameters, { id, division, from }: Proposal): FieldError[] => {
  if (!FLOORED.includes(id) || division.length <= PROVINCE.length) return [];
  const guide = parameters.find(id, { on: from, division: PROVINCE });
  if (!guide || guide.from < FOLLOWED_SINCE || guide.from >= from) return [];
  const before = parameters.find(id, { on: guide.from, division });
  if (!before || fenFromYuan(String(before.value)) >= fenFromYuan(String(guide.value))) return [];
  const message = `${sayDate(guide.from)}起省级指导标准为${say(fenOf(guide))},本地仍为${say(fenOf(before))};新标准应自该日起执行(${guide.reference};云南省民政厅2022年6月28日通知三(二)),请把生效日期改为${sayDate(guide.from)}`;
  return [{ path: 'from', message }];
};

export interface Broken {
  readonly rule: Rule;
  /** The standard of the place that lies too low. */
  readonly id: string;
  readonly held: Resolved;
  /** By when it had to be right: the latest start of what it is measured by. */
  readonly dueOn: CivilDate;
  readonly says: string;
}

/** What is too low at a place on a day, of the values it has of its own: level-triggered, from the parameters alone. */
export const brokenOn = (parameters: Parameters, division: string, on: CivilDate): readonly Broken[] => {
  const at = (id: string, place = division) => parameters.find(id, { on, division: place });
  const dueOn = (rule: Rule, id: string): CivilDate =>
    rule === 'guide'
      ? (at(id, PROVINCE)?.from ?? on)
      : [at(URBAN), at(rule === 'tekunRatio' ? TEKUN : RURAL)]
          .map((value) => value?.from ?? on)
          .sort()
          .at(-1)!;
  const seen = new Set<Rule>();
  return FLOORED.flatMap((id) => {
    const held = at(id);
    if (!held || held.division.length <= PROVINCE.length) return [];
    const standards = standardsOn(parameters, { ...held, division, from: on }, on);
    return invariants
      .filter(
        ({ appliesTo, since, rule }) => appliesTo.includes(id) && on >= since && !(rule !== 'guide' && seen.has(rule)),
      )
      .filter(({ holds }) => !holds(standards, fenFromYuan(String(held.value))))
      .map(({ rule, says }) => {
        seen.add(rule);
        return { rule, id, held, dueOn: dueOn(rule, id), says: says(standards, on) };
      });
  });
};

/** Values of the same place and category, oldest first. */
const siblings = (parameters: Parameters, { id, division, category }: Proposal): readonly DatedValue[] =>
  valuesOf(parameters, id)
    .filter((value) => value.division === division && value.category === category)
    .sort((a, b) => (a.from < b.from ? -1 : 1));

const overwritten = (parameters: Parameters, proposal: Proposal): FieldError[] => {
  const later = siblings(parameters, proposal).find(({ from }) => within(proposal, from));
  if (!later) return [];
  const message = `${sayDate(later.from)}起已有公布的数值,不能覆盖;请改生效日期,或把结束日期填到${sayDate(addDays(later.from, -1))}`;
  return [{ path: later.from === proposal.from ? 'from' : 'to', message }];
};

const gap = (parameters: Parameters, proposal: Proposal): FieldError[] => {
  const before = siblings(parameters, proposal)
    .filter(({ from }) => from < proposal.from)
    .at(-1);
  if (!before?.to || before.to >= addDays(proposal.from, -1)) return [];
  const { id, division, category } = proposal;
  const missing = addDays(before.to, 1);
  const covered = parameters.find(id, { on: missing, division, ...(category ? { category } : {}) });
  const message = `上一个数值到${sayDate(before.to)}为止,与本数值之间有空档;请把生效日期改为${sayDate(missing)}`;
  return covered ? [] : [{ path: 'from', message }];
};

const dates = ({ from, to, id }: Proposal): FieldError[] => [
  ...(to !== undefined && to < from ? [{ path: 'to', message: '结束日期不能早于生效日期' }] : []),
  ...(FLOORED.includes(id) && !from.endsWith('-01')
    ? [{ path: 'from', message: '按月发放的标准应从某月1日起生效' }]
    : []),
];

const floors = (parameters: Parameters, proposal: Proposal): FieldError[] => [
  ...missedDay(parameters, proposal),
  ...brokenRelations(parameters, proposal),
  ...worseThanProvince(parameters, proposal),
];

// @clause 三(二) no standard below its legal floor can be entered
/**
 * What stands against a value, each with the rule it cites; empty = it may be entered.
 * Legal floors: local 低保 ≥ provincial guide, from its first day on; 特困 ≥ 1.3 × urban 低保; rural ≥ 75 % of urban from
 * 2025; nothing published is overwritten; no gaps. Of what was in force in the past the floors are warnings.
 */
export const objectionsTo = (parameters: Parameters, proposal: Proposal): readonly FieldError[] => {
  const plain = [...dates(proposal), ...overwritten(parameters, proposal), ...gap(parameters, proposal)];
  return plain.length > 0 || proposal.history ? plain : floors(parameters, proposal);
};

/** What a value of the past broke in its day: told, and no hindrance. */
export const warningsOn = (parameters: Parameters, proposal: Proposal): readonly string[] =>
  proposal.history ? floors(parameters, proposal).map(({ message }) => message) : [];
