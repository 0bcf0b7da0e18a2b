import type { CivilDate } from '../civil-date';
import { sources, type Source } from './sources';

/** What happens to money between two offices. */
export const movementKinds = {
  allocation: { label: '下达', enters: ['from', 'to'], says: '按指标文件登记' },
  release: { label: '拨付', enters: ['from'], says: '由拨出的一级登记' },
  arrival: { label: '到账', enters: ['to'], says: '由收到的一级登记' },
  carry: { label: '结转下年', enters: ['to'], says: '年度终了,本级结余转入下一年度' },
  handBack: { label: '退回上级', enters: ['to'], says: '结余由原收到的一级退回原拨出的一级' },
} as const satisfies Readonly<
  Record<string, { readonly label: string; readonly enters: readonly ('from' | 'to')[]; readonly says: string }>
>;

export type MovementKind = keyof typeof movementKinds;
export const movementKindNames = Object.keys(movementKinds) as readonly MovementKind[];

export interface Movement {
  readonly kind: MovementKind;
  readonly source: Source;
  /** 0, 2, 4 or 6 digits; '' is the central government. */
  readonly from: string;
  /** 2, 4 or 6 digits. */
  readonly to: string;
  readonly year: number;
  readonly on: CivilDate;
}

export interface MovementFault {
  readonly field: 'kind' | 'source' | 'fromDivision' | 'toDivision' | 'year' | 'onDate';
  readonly says: string;
}

/** One level down, from province to county directly, or within a level from its own budget. */
const ways: readonly (readonly [from: number, to: number])[] = [
  [0, 2],
  [2, 2],
  [2, 4],
  [2, 6],
  [4, 4],
  [4, 6],
  [6, 6],
];

interface Rule {
  readonly broken: (movement: Movement, office: string, today: CivilDate) => boolean;
  readonly field: MovementFault['field'];
  readonly says: string;
}

const offices = ({ kind, from, to }: Movement): readonly string[] =>
  movementKinds[kind].enters.map((end) => (end === 'from' ? from : to));

const rules: readonly Rule[] = [
  {
    broken: ({ from, to }) =>
      !to.startsWith(from) || !ways.some(([above, below]) => above === from.length && below === to.length),
    field: 'toDivision',
    says: '资金只能向下一级下达(省可直达县),或在本级预算内安排;请核对拨出和收到的单位',
  },
  {
    broken: ({ kind, from, to }) => kind === 'carry' && from !== to,
    field: 'fromDivision',
    says: '结转是本级资金转入下一年度,拨出与收到应为同一单位;退给上级的请选“退回上级”',
  },
  {
    broken: ({ kind, source, from, to }) =>
      kind !== 'carry' && (from === to) !== (sources[source].digits === to.length),
    field: 'source',
    says: '本级资金由本级安排(拨出与收到为同一单位),上级资金由上级下达;请核对资金来源',
  },
  {
    broken: ({ source, from }) => sources[source].digits > from.length,
    field: 'source',
    says: '拨出单位没有这一级的资金;请核对资金来源',
  },
  {
    broken: ({ kind, from, to }) => kind === 'release' && from === to,
    field: 'kind',
    says: '本级安排的资金没有拨付,请在下达后直接登记到账',
  },
  {
    broken: ({ kind, year, on }) => kind === 'carry' && on < `${year}-12-31`,
    field: 'onDate',
    says: '年度终了(12月31日)起才能结转;请在年终办理',
  },
  {
    broken: ({ on }, _office, today) => on > today,
    field: 'onDate',
    says: '日期不能晚于今天',
  },
  {
    // Next year's money may be allocated ahead (提前下达), this year's still arrive in the next.
    broken: ({ year, on }) => Math.abs(year - Number(on.slice(0, 4))) > 1,
    field: 'year',
    says: '预算年度与日期相差超过一年;请核对年度',
  },
  {
    broken: (movement, office) => !offices(movement).includes(office),
    field: 'kind',
    says: '下达由拨出或收到的一级登记,拨付由拨出的一级登记,到账、结转和退回由收到的一级登记;请由该级办理',
  },
];

/** What is wrong with a movement entered by an office (2, 4 or 6 digits), the first thing found. */
export const movementFault = (movement: Movement, office: string, today: CivilDate): MovementFault | undefined => {
  const rule = rules.find(({ broken }) => broken(movement, office, today));
  return rule && { field: rule.field, says: rule.says };
};
