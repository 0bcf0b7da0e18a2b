import type { Area } from '../dibao/input';
import type { Programme } from '../lifecycle/programmes';
import type { ParameterUnit } from '../parameters/resolve';

interface StandardRow {
  readonly label: string;
  readonly parameter: string;
  readonly category?: string;
  readonly unit: ParameterUnit & ('yuanPerMonth' | 'yuanPerYear');
  /** Whose money it is, and of which settlement. */
  readonly programme: Programme;
  readonly area?: Area;
}

/** The standards that decide on people's money (通知三(二)); each is a dated parameter. */
export const standards = {
  urban: {
    label: '城市低保标准',
    parameter: 'dibao.standard.urban',
    unit: 'yuanPerMonth',
    programme: 'dibao',
    area: 'urban',
  },
  rural: {
    label: '农村低保标准',
    parameter: 'dibao.standard.rural',
    unit: 'yuanPerYear',
    programme: 'dibao',
    area: 'rural',
  },
  classA: {
    label: '农村低保A类补助',
    parameter: 'dibao.class.amount',
    category: 'A',
    unit: 'yuanPerMonth',
    programme: 'dibao',
    area: 'rural',
  },
  classB: {
    label: '农村低保B类补助',
    parameter: 'dibao.class.amount',
    category: 'B',
    unit: 'yuanPerMonth',
    programme: 'dibao',
    area: 'rural',
  },
  classC: {
    label: '农村低保C类补助',
    parameter: 'dibao.class.amount',
    category: 'C',
    unit: 'yuanPerMonth',
    programme: 'dibao',
    area: 'rural',
  },
  tekun: { label: '特困人员基本生活标准', parameter: 'tekun.standard.basic', unit: 'yuanPerMonth', programme: 'tekun' },
} as const satisfies Readonly<Record<string, StandardRow>>;

export type StandardKind = keyof typeof standards;
export const standardKinds = Object.keys(standards) as [StandardKind, ...StandardKind[]];
export const standardOf = (kind: StandardKind): StandardRow => standards[kind];
