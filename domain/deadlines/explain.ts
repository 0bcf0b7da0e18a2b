import type { SkippedDay } from '../calendar';
import { addDays, sayDate, type CivilDate } from '../civil-date';
import { kindRow, unitLabels, type DeadlineKind } from './kinds';
import type { Limit, LimitEnd } from './limit';

/** 中秋节3天、周末8天: each reason with its number of days, weekends last. */
const sayHolidays = (skipped: readonly SkippedDay[]): string => {
  const reasons = [...new Set(skipped.map(({ why }) => why))].filter((why) => !why.startsWith('星期'));
  const weekends = skipped.filter(({ why }) => why.startsWith('星期')).length;
  const named = reasons.map((why) => `${why}${skipped.filter((day) => day.why === why).length}天`);
  return [...named, ...(weekends > 0 ? [`周末${weekends}天`] : [])].join('、');
};

const sayRoll = ({ skipped, unrolled, due }: LimitEnd): string =>
  unrolled === undefined ? '' : `${sayDate(unrolled)}为${skipped[0]?.why ?? '非工作日'},顺延到${sayDate(due)};`;

const sayLength = ({ unit, length }: Limit): string => `${length}${unitLabels[unit]}`;

/** One sentence for people: rule, clause, first day counted, days skipped, end. */
export const explain = (
  kind: DeadlineKind,
  from: CivilDate,
  all: readonly Limit[],
  chosen: Limit,
  end: LimitEnd,
): string => {
  const { label, starts, wholeMonths } = kindRow(kind);
  if (chosen.unit === 'hours')
    return `${label}期限自${starts}时起${sayLength(chosen)}(${chosen.rule.reference});按小时连续计算,节假日不扣除。`;
  const both = all.length > 1 ? `,${all.map(sayLength).join('与')}取较晚者` : '';
  const days =
    chosen.unit === 'workingDays' && end.skipped.length > 0
      ? `其间${sayHolidays(end.skipped)}不计;`
      : sayRoll(end) + (wholeMonths ? '按月发放,止于当月末;' : '');
  return `${label}期限自${starts}之日起${sayLength(chosen)}${both}(${chosen.rule.reference});${sayDate(from)}当日不计,从${sayDate(addDays(from, 1))}起算;${days}到${sayDate(end.due)}24时止。`;
};
