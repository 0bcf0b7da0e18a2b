import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import { levelDigits } from '../../domain/lifecycle/roles';
import { yuanFromFen } from '../../domain/money';
import { lineStates, type LineState } from '../../domain/payments/lines';
import type { OccasionSum } from '../../store/payments/occasion-paid';
import type { RecipientSum } from '../../store/price-linkage/recipients';

const Line = z.object({
  place: z.string(),
  placeName: z.string(),
  class: z.string(),
  classLabel: z.string(),
  settlement: z.string(),
  amount: z.string().meta({ description: '每人金额(元)' }),
  persons: z.int(),
  total: z.string().meta({ description: '合计金额(元)' }),
});

/** Recipients as counts and money; persons stand once. */
export const RecipientReport = z
  .object({
    month: z.string(),
    division: z.string(),
    lines: z.array(Line),
    persons: z.int(),
    total: z.string(),
    repeated: z.int().meta({ description: '同一人另有的重复登记,未重复计发' }),
    rule: z.string().meta({ description: '重复对象按哪一类发放' }),
    payments: z
      .array(z.object({ state: z.string(), label: z.string(), persons: z.int(), total: z.string() }))
      .meta({ description: '本系统各批次的发放情况;尚未造册的不在其中' }),
  })
  .meta({ id: 'RecipientReport' });

const rules = { highest: '同一人只发一份,按金额高的一类', order: '同一人只发一份,按对象顺序在前的一类' } as const;

interface Reported {
  readonly month: string;
  readonly division: string;
  readonly sums: readonly RecipientSum[];
  readonly repeated: number;
  readonly highestFirst: boolean;
  readonly payments: readonly OccasionSum[];
  labelOf(programme: string): string;
}

/** By county for a province or prefecture, by township for a county. */
export const digitsFor = (division: string): number =>
  division.length < levelDigits.county ? levelDigits.county : levelDigits.township;

export const reportView = ({
  month,
  division,
  sums,
  repeated,
  highestFirst,
  payments,
  labelOf,
}: Reported): z.output<typeof RecipientReport> => ({
  month,
  division,
  lines: sums.map(({ place, programme, settlement, fen, persons, total }) => ({
    place,
    placeName: nameOf(place),
    class: programme,
    classLabel: labelOf(programme),
    settlement,
    amount: yuanFromFen(fen),
    persons,
    total: yuanFromFen(total),
  })),
  persons: sums.reduce((sum, { persons }) => sum + persons, 0),
  total: yuanFromFen(sums.reduce((sum, { total }) => sum + total, 0n)),
  repeated,
  rule: highestFirst ? rules.highest : rules.order,
  payments: (Object.keys(lineStates) as LineState[]).flatMap((state) =>
    payments
      .filter((sum) => sum.state === state)
      .map(({ persons, fen }) => ({ state, label: lineStates[state].label, persons, total: yuanFromFen(fen) })),
  ),
});

export const exampleReport = {
  month: '2022-08',
  division: '530581',
  lines: [
    {
      place: '530581001',
      placeName: '腾越街道',
      class: 'dibao',
      classLabel: '低保对象',
      settlement: 'urban',
      amount: '21.00',
      persons: 12,
      total: '252.00',
    },
  ],
  persons: 12,
  total: '252.00',
  repeated: 0,
  rule: rules.highest,
  payments: [{ state: 'paid', label: lineStates.paid.label, persons: 12, total: '252.00' }],
};
