import { sayDate } from '../civil-date';
import type { FieldError } from '../errors';
import { sayYuan, fenFromYuan, isYuan } from '../money';
import { compare, fromDecimal, isDecimal } from '../rational';
import type { Proposal } from './invariants';
import type { Parameters } from './resolve';

const PROVINCE = '53';

interface Floor {
  readonly refuses: (proposed: string, guide: string) => boolean;
  readonly says: (guide: string) => string;
}

const belowGuide: Floor = {
  refuses: (proposed, guide) => isYuan(proposed) && fenFromYuan(proposed) < fenFromYuan(guide),
  says: (guide) => `省级标准为${sayYuan(fenFromYuan(guide))},地方标准不得低于它;请提高数值`,
};

/** The time of an office: the law's limit may be promised shorter, never made longer. */
const noLonger: Floor = {
  refuses: (proposed, guide) => Number(proposed) > Number(guide),
  says: (guide) => `规定的期限为${guide},各地可以缩短,不能延长;请填写不大于${guide}的数值`,
};

/** The time of a household, or of the public. */
const noShorter: Floor = {
  refuses: (proposed, guide) => Number(proposed) < Number(guide),
  says: (guide) => `规定的期限为${guide},各地可以延长,不能缩短;请填写不小于${guide}的数值`,
};

/** What a place may better, never worsen, against the value of the province; by parameter. */
const floors: Readonly<Record<string, Floor>> = {
  'tekun.care': belowGuide,
  'children.standard': belowGuide,
  'deadline.complaint.days': noLonger,
  'deadline.countyReview.workingDays': noLonger,
  'deadline.dataCheckStart.workingDays': noLonger,
  'deadline.deathProcessing.months': noLonger,
  'deadline.decision.workingDays': noLonger,
  'deadline.investigationStart.workingDays': noLonger,
  'deadline.publicNotice.days': noShorter,
  'deadline.reconsideration.days': noShorter,
  'deadline.refusalLetter.workingDays': noLonger,
  'deadline.suit.days': noShorter,
  'deadline.suit.months': noShorter,
  'dibao.gradualExit.maxMonths': noLonger,
  'dibao.recheck.months': noLonger,
  'priceLinkage.deadline.workingDays': noLonger,
  'priceLinkage.threshold': {
    refuses: (proposed, guide) => isDecimal(proposed) && compare(fromDecimal(proposed), fromDecimal(guide)) > 0,
    says: (guide) => `规定的启动涨幅为${guide}%,各地可以降低,不能提高;请填写不高于${guide}的数值`,
  },
};

/** Days to look at: the first day, and every later day on which the province's value changes while the proposed one holds. */
const daysOf = (parameters: Parameters, { id, from, to, category }: Proposal): readonly string[] => {
  const values = parameters.all.find((parameter) => parameter.id === id)?.values ?? [];
  const later = values
    .filter((value) => value.division === PROVINCE && value.category === category)
    .map((value) => value.from)
    .filter((day) => day > from && (to === undefined || day <= to));
  return [from, ...later].sort();
};

/** The first day on which a local value would be worse than the province's, with the rule; what is assumed there binds nobody. */
export const worseThanProvince = (parameters: Parameters, proposal: Proposal): FieldError[] => {
  const floor = floors[proposal.id];
  if (!floor || proposal.division.length <= PROVINCE.length) return [];
  for (const on of daysOf(parameters, proposal)) {
    const { category } = proposal;
    const guide = parameters.find(proposal.id, { on, division: PROVINCE, ...(category ? { category } : {}) });
    if (guide && !guide.assumed && floor.refuses(String(proposal.value), String(guide.value)))
      return [{ path: 'value', message: `${sayDate(on)}${floor.says(String(guide.value))}(${guide.reference})` }];
  }
  return [];
};
