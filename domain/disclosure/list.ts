import { sayDate, sayMonth, type CivilDate, type CivilMonth } from '../civil-date';
import { line, paragraph, type Block, type Paper } from '../letters/typeset/blocks';
import { yuanFromFen, type Fen } from '../money';
import { HOTLINES, nameOnTheBoard } from '../notices/board';

export interface PaidHousehold {
  readonly caseNumber: string;
  readonly applicantName: string;
  /** Under 18 on the day of the list: the name is not shown. */
  readonly applicantMinor: boolean;
  readonly memberCount: number;
  readonly fen: Fen;
}

export interface PaymentList {
  readonly programme: string;
  readonly office: string;
  readonly place: string;
  readonly month: CivilMonth;
  readonly on: CivilDate;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly rows: readonly PaidHousehold[];
}

// @clause 三(三) who was paid in a month, where they live: name, number of members and amount, nothing else
/** The list of a month's payments for the board of a village or township. */
export const composePaymentList = (list: PaymentList): Paper => {
  const { programme, office, place, month, on, createdAt, rows } = list;
  const title = `${programme}资金发放公示`;
  const fen = rows.reduce((sum, row) => sum + row.fen, 0n);
  const blocks: Block[] = [
    { kind: 'letterhead', office },
    { kind: 'title', text: title },
    { kind: 'space', lines: 1 },
    line(`${place}居民：`),
    paragraph(
      `${sayMonth(month)}${place}发放${programme}资金${rows.length}户，共${yuanFromFen(fen)}元，现予公示，请予监督。`,
    ),
    { kind: 'space', lines: 0.5 },
    {
      kind: 'table',
      size: 14,
      columns: [
        { title: '序号', share: 2, align: 'right' },
        { title: '姓名', share: 5 },
        { title: '家庭人数', share: 3, align: 'right' },
        { title: '发放金额（元）', share: 4, align: 'right' },
      ],
      rows: rows.map((row, at) => [String(at + 1), nameOnTheBoard(row), String(row.memberCount), yuanFromFen(row.fen)]),
    },
    paragraph(`对公示内容有疑问的，请向${office}反映。反映人的信息依法保密。`),
    paragraph(`监督电话：${HOTLINES}。`),
    { kind: 'signature', office, date: sayDate(on), seal: `加盖${office}印章` },
  ];
  return { title, subject: `${place} ${month}`, author: office, createdAt, blocks };
};
