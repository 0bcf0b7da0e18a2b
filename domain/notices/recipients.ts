import { sayDate, type CivilDate } from '../civil-date';
import { line, paragraph, type Block, type Paper } from '../letters/typeset/blocks';
import { yuanFromFen, type Fen } from '../money';
import { HOTLINES, nameOnTheBoard } from './board';

export interface RecipientRow {
  readonly caseNumber: string;
  readonly applicantName: string;
  /** Under 18 on the day of the list: the name is not shown. */
  readonly applicantMinor: boolean;
  readonly supported: number;
  readonly monthlyFen: Fen;
}

export interface RecipientList {
  readonly programme: string;
  readonly office: string;
  readonly place: string;
  readonly rows: readonly RecipientRow[];
  readonly on: CivilDate;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

// @clause 三(三) long-term publication of recipients where they live, minors without their names
/** The list of those in benefit that hangs in the village for good. */
export const composeRecipients = ({ programme, office, place, rows, on, createdAt }: RecipientList): Paper => {
  const title = `${programme}对象长期公示`;
  const people = rows.reduce((sum, { supported }) => sum + supported, 0);
  const blocks: Block[] = [
    { kind: 'letterhead', office },
    { kind: 'title', text: title },
    { kind: 'space', lines: 1 },
    line(`${place}居民：`),
    paragraph(`截至${sayDate(on)}，${place}享受${programme}的共${rows.length}户${people}人，现予公示，请予监督。`),
    { kind: 'space', lines: 0.5 },
    {
      kind: 'table',
      size: 14,
      columns: [
        { title: '序号', share: 2, align: 'right' },
        { title: '保障对象', share: 5 },
        { title: '保障人数', share: 3, align: 'right' },
        { title: '月保障金（元）', share: 4, align: 'right' },
      ],
      rows: rows.map((row, at) => [
        String(at + 1),
        nameOnTheBoard(row),
        String(row.supported),
        yuanFromFen(row.monthlyFen),
      ]),
    },
    paragraph(`发现不符合条件仍在享受的，或者符合条件没有享受的，请向${office}反映。反映人的信息依法保密。`),
    paragraph(`监督电话：${HOTLINES}。`),
    { kind: 'signature', office, date: sayDate(on), seal: `加盖${office}印章` },
  ];
  return { title, subject: `${place} ${sayDate(on)}`, author: office, createdAt, blocks };
};
