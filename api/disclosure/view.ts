import { z } from 'zod';
import type { Disclosure } from '../../generated/prisma/client';
import { classLabels, disclosureItems, itemNames, type DisclosureItem } from '../../domain/disclosure/items';
import {
  averagesOf,
  byClass,
  byTownship,
  programmesOf,
  sumOf,
  type Counts,
  type DisclosurePart,
} from '../../domain/disclosure/table';
import type { DisclosureSection } from '../../domain/disclosure/paper';
import { nameOf } from '../../domain/divisions';
import { isProgramme, programmes } from '../../domain/lifecycle/programmes';
import { yuanFromFen, type Fen } from '../../domain/money';

const Money = z.string().nullable();

const CountsView = z.object({
  households: z.int().meta({ description: '户数' }),
  persons: z.int().meta({ description: '人数' }),
  personTimes: z.int().meta({ description: '人次:一人领取一个月计一人次' }),
  amount: z.string().meta({ description: '金额(元)' }),
  perHousehold: Money.meta({ description: '户均(元/户)=金额÷户数' }),
  perPerson: Money.meta({ description: '人均(元/人)=金额÷人数' }),
  perPersonTime: Money.meta({ description: '次均(元/人次)=金额÷人次' }),
  yearPersonTimes: z.int().meta({ description: '本年累计人次' }),
  yearAmount: z.string().meta({ description: '本年累计金额(元)' }),
});

export const disclosureStates = {
  proposed: '待复核',
  published: '已公开',
  rejected: '已退回',
} as const;

export const DisclosureSummary = z
  .object({
    id: z.uuid(),
    county: z.string(),
    countyName: z.string(),
    month: z.string(),
    item: z.enum(itemNames),
    itemLabel: z.string(),
    version: z.int(),
    state: z.enum(['proposed', 'published', 'rejected']),
    stateLabel: z.string(),
    reason: z.string().nullable().meta({ description: '更正原因;第一版为空' }),
    makerId: z.uuid(),
    checkerId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    checkedAt: z.iso.datetime().nullable(),
    total: CountsView,
  })
  .meta({ id: 'DisclosureSummary', description: '一个县一个月的发放公开表' });

export const DisclosureView = DisclosureSummary.extend({
  sections: z.array(
    z.object({
      title: z.string(),
      of: z.string(),
      rows: z.array(CountsView.extend({ label: z.string() })),
      total: CountsView,
    }),
  ),
  ledgerAmount: z.string().meta({ description: '账册现在的当月实发金额(元)' }),
  matchesLedger: z.boolean().meta({ description: '与账册一致;不一致时应更正后再公开' }),
}).meta({ id: 'Disclosure' });

const money = (fen: Fen | undefined): string | null => (fen === undefined ? null : yuanFromFen(fen));

const countsView = (counts: Counts): z.input<typeof CountsView> => {
  const { perHousehold, perPerson, perPersonTime } = averagesOf(counts);
  return {
    households: counts.households,
    persons: counts.persons,
    personTimes: counts.personTimes,
    amount: yuanFromFen(counts.fen),
    perHousehold: money(perHousehold),
    perPerson: money(perPerson),
    perPersonTime: money(perPersonTime),
    yearPersonTimes: counts.yearPersonTimes,
    yearAmount: yuanFromFen(counts.yearFen),
  };
};

const programmeLabel = (programme: string): string =>
  isProgramme(programme) ? programmes[programme].label : programme;

/** By class for each programme, then by township; every section ends in its total. */
export const sectionsOf = (parts: readonly DisclosurePart[]): readonly DisclosureSection[] => [
  ...programmesOf(parts).map((programme) => {
    const rows = byClass(parts, programme);
    return {
      title: `${programmeLabel(programme)}分类`,
      of: '类别',
      rows: rows.map(({ key, counts }) => ({ label: classLabels[key] ?? key, counts })),
      total: sumOf(rows.map(({ counts }) => counts)),
    };
  }),
  {
    title: '分乡镇(街道)',
    of: '乡镇(街道)',
    rows: byTownship(parts).map(({ key, counts }) => ({ label: nameOf(key), counts })),
    total: sumOf(parts),
  },
];

export const summaryView = (row: Disclosure): z.input<typeof DisclosureSummary> => {
  const state = row.state as keyof typeof disclosureStates;
  const item = row.item as DisclosureItem;
  return {
    id: row.id,
    county: row.county,
    countyName: nameOf(row.county),
    month: row.month,
    item,
    itemLabel: disclosureItems[item],
    version: row.version,
    state,
    stateLabel: disclosureStates[state],
    reason: row.reason,
    makerId: row.makerId,
    checkerId: row.checkerId,
    createdAt: row.createdAt.toISOString(),
    checkedAt: row.checkedAt?.toISOString() ?? null,
    total: countsView(row),
  };
};

export const disclosureView = (
  row: Disclosure,
  parts: readonly DisclosurePart[],
  ledger: { readonly fen: Fen; readonly yearFen: Fen },
): z.input<typeof DisclosureView> => ({
  ...summaryView(row),
  sections: sectionsOf(parts).map(({ title, of, rows, total }) => ({
    title,
    of,
    rows: rows.map(({ label, counts }) => ({ label, ...countsView(counts) })),
    total: countsView(total),
  })),
  ledgerAmount: yuanFromFen(ledger.fen),
  matchesLedger: ledger.fen === row.fen && ledger.yearFen === row.yearFen,
});
