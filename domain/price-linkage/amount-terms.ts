import { sayDate, sayMonth, type CivilDate } from '../civil-date';
import { sourceOf, type Term } from '../explain';
import { sayYuan, type Fen } from '../money';
import { fenOf } from '../parameters/read';
import type { Resolved } from '../parameters/resolve';
import type { Rational } from '../rational';
import { classes, settlementLabels, type RecipientClass, type Settlement } from './classes';
import { indexKinds, type IndexKind } from './indices';

/** Everything that went into an amount. */
interface Steps {
  readonly who: RecipientClass;
  readonly on: CivilDate;
  readonly settlement: Settlement;
  readonly standard: Resolved;
  readonly baseRule: Resolved;
  readonly baseDivision: Resolved;
  readonly local: boolean;
  readonly index: IndexKind;
  readonly rise: string;
  readonly indexRule: Resolved;
  readonly exact: Rational;
  readonly rounded: Fen;
  readonly mode: Resolved;
  readonly minimum: Resolved;
  readonly multiplier: Resolved;
  readonly fen: Fen;
}

type Line = Pick<Term, 'label' | 'value' | 'unit' | 'exact' | 'from'>;

const group = 'amount';
const by = (rule: Resolved, line: Line): Term => ({
  group,
  ...line,
  clause: rule.reference,
  parameter: sourceOf(rule),
});

const sayExact = ({ n, d }: Rational): string => (d === 1n ? `${n}` : `${n}/${d}`);

/** The receipt of an amount, step by step; its last line is the amount. */
export const amountTerms = (steps: Steps): readonly Term[] => {
  const { standard, local, rounded, fen } = steps;
  const label = settlementLabels[steps.settlement];
  const perYear = standard.unit === 'yuanPerYear';
  const minimum = fenOf(steps.minimum);
  const month = sayDate(steps.on).replace(/1日$/, '');
  return [
    by(standard, {
      label: `指数月份(${sayMonth(month)})${label}低保标准${perYear ? '(全年)' : '(每月)'}`,
      value: fenOf(standard),
      unit: 'fen',
    }),
    by(steps.baseRule, { label: `基数:${classes[steps.who].label}按${label}标准`, value: label, unit: 'text' }),
    by(steps.baseDivision, {
      label: local ? '基数取当地标准' : '基数取省级指导标准',
      value: local ? '当地' : '省级',
      unit: 'text',
    }),
    by(steps.indexRule, {
      label: `所用指数:${indexKinds[steps.index].label}`,
      value: `${steps.rise}%`,
      unit: 'text',
      from: `indices.${steps.index}`,
    }),
    by(steps.mode, {
      label: `标准${perYear ? '÷12' : ''}×涨幅,按规定取整`,
      value: rounded,
      unit: 'fen',
      exact: sayExact(steps.exact),
    }),
    by(steps.minimum, {
      label: rounded < minimum ? '低于最低金额,按最低金额' : '不低于最低金额',
      value: minimum,
      unit: 'fen',
    }),
    by(steps.multiplier, { label: '倍数', value: String(steps.multiplier.value), unit: 'ratio' }),
    { group, label: `每人每月补贴${sayYuan(fen)}`, value: fen, unit: 'fen', adds: true },
  ];
};
