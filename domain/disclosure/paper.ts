import { sayDate, sayMonth, type CivilDate, type CivilMonth } from '../civil-date';
import { line, paragraph, type Block, type Paper, type TableBlock } from '../letters/typeset/blocks';
import { yuanFromFen, type Fen } from '../money';
import { averagesOf, type Counts } from './table';

export interface NamedCounts {
  readonly label: string;
  readonly counts: Counts;
}

export interface DisclosureSection {
  readonly title: string;
  /** What the first column names. */
  readonly of: string;
  readonly rows: readonly NamedCounts[];
  readonly total: Counts;
}

export interface DisclosureSheet {
  readonly title: string;
  readonly office: string;
  readonly month: CivilMonth;
  readonly version: number;
  readonly reason: string | null;
  readonly on: CivilDate;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly sections: readonly DisclosureSection[];
}

const yuan = (fen: Fen | undefined): string => (fen === undefined ? '—' : yuanFromFen(fen));

/** The columns of a table; every average names what it is divided by. */
export const disclosureColumns = [
  { title: '户数（户）', value: ({ households }: Counts) => String(households), money: false },
  { title: '人数（人）', value: ({ persons }: Counts) => String(persons), money: false },
  { title: '人次', value: ({ personTimes }: Counts) => String(personTimes), money: false },
  { title: '金额（元）', value: ({ fen }: Counts) => yuan(fen), money: true },
  { title: '户均（元/户）', value: (counts: Counts) => yuan(averagesOf(counts).perHousehold), money: true },
  { title: '人均（元/人）', value: (counts: Counts) => yuan(averagesOf(counts).perPerson), money: true },
  { title: '次均（元/人次）', value: (counts: Counts) => yuan(averagesOf(counts).perPersonTime), money: true },
  { title: '本年累计人次', value: ({ yearPersonTimes }: Counts) => String(yearPersonTimes), money: false },
  { title: '本年累计金额（元）', value: ({ yearFen }: Counts) => yuan(yearFen), money: true },
] as const;

export const TOTAL = '合计';

const SIZE = 8;
const table = ({ of, rows, total }: DisclosureSection): TableBlock => ({
  kind: 'table',
  size: SIZE,
  columns: [
    { title: of, share: 5 },
    ...disclosureColumns.map(({ title, money }) => ({ title, share: money ? 4.6 : 3, align: 'right' as const })),
  ],
  rows: [...rows, { label: TOTAL, counts: total }].map(({ label, counts }) => [
    label,
    ...disclosureColumns.map(({ value }) => value(counts)),
  ]),
});

export const notes: readonly string[] = [
  '户均＝金额÷户数，人均＝金额÷人数，次均＝金额÷人次。一人领取一个月计一人次，补发几个月计几人次。',
  '金额为当月各批次实际到账的金额，含补发；暂缓和发放失败的不计入。',
];

// @clause 三(一) the monthly table that counties publish, with totals and averages by their denominators
/** The disclosure table as a paper. */
export const composeDisclosure = (sheet: DisclosureSheet): Paper => {
  const { title, office, month, version, reason, on, createdAt, sections } = sheet;
  const blocks: Block[] = [
    { kind: 'letterhead', office },
    { kind: 'title', text: title },
    { kind: 'space', lines: 0.5 },
    line(`月份：${sayMonth(month)}${version > 1 ? `　第${version}版` : ''}`),
    ...(reason ? [line(`更正原因：${reason}`)] : []),
    ...sections.flatMap((section): Block[] => [
      { kind: 'heading', text: section.title, size: 12 },
      table(section),
      { kind: 'space', lines: 0.5 },
    ]),
    ...notes.map(paragraph),
    { kind: 'signature', office, date: sayDate(on), seal: `加盖${office}印章` },
  ];
  return { title, subject: `${sayMonth(month)}第${version}版`, author: office, createdAt, blocks };
};
