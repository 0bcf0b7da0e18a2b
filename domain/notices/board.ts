import { sayDate, type CivilDate } from '../civil-date';
import { line, paragraph, type Block, type Paper } from '../letters/typeset/blocks';
import { yuanFromFen, type Fen } from '../money';

/** 12349: the hotline of civil affairs (S5 22); 12345: the general one. */
export const HOTLINES = '12349（民政服务热线）、12345（政务服务便民热线）';

/** What the board may show of a household, and nothing else: no ID numbers, no illness, no names of minors. */
export interface NoticeRow {
  readonly caseNumber: string;
  readonly applicantName: string;
  /** Under 18 on the day of the notice: the name is not shown. */
  readonly applicantMinor: boolean;
  readonly memberCount: number;
  /** Members who are to be supported. */
  readonly supported: number;
  readonly monthlyFen: Fen;
}

export interface BoardNotice {
  readonly programme: string;
  readonly office: string;
  /** The village or neighbourhood whose board it hangs on. */
  readonly place: string;
  readonly rows: readonly NoticeRow[];
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

type Named = Pick<NoticeRow, 'applicantName' | 'applicantMinor' | 'caseNumber'>;

/** A minor is found by the number of the case, never by name. */
export const nameOnTheBoard = ({ applicantName, applicantMinor, caseNumber }: Named): string =>
  applicantMinor ? `未成年人，姓名依法不公开\n${caseNumber}` : applicantName;

const table = (rows: readonly NoticeRow[]): Block => ({
  kind: 'table',
  size: 14,
  columns: [
    { title: '申请人', share: 4 },
    { title: '家庭成员人数', share: 3, align: 'right' },
    { title: '拟保障人数', share: 3, align: 'right' },
    { title: '拟月保障金（元）', share: 4, align: 'right' },
  ],
  rows: rows.map((row) => [
    nameOnTheBoard(row),
    String(row.memberCount),
    String(row.supported),
    yuanFromFen(row.monthlyFen),
  ]),
});

// @clause 一(四) public notice of the proposal by name, number of members and amount
/** The notice for the board in the village. */
export const composeNotice = (notice: BoardNotice): Paper => {
  const { programme, office, place, rows, from, to, createdAt } = notice;
  const title = `${programme}拟确认对象公示`;
  const blocks: Block[] = [
    { kind: 'letterhead', office },
    { kind: 'title', text: title },
    { kind: 'space', lines: 1 },
    line(`${place}居民：`),
    paragraph(`经申请、受理、入户调查、信息核对和初审，拟将下列家庭纳入${programme}范围，现予公示，请予监督。`),
    { kind: 'space', lines: 0.5 },
    table(rows),
    paragraph(`公示期：${sayDate(from)}至${sayDate(to)}。`),
    paragraph(`对公示内容有异议的，请在公示期内向${office}反映，可以书面、电话或者当面提出。反映人的信息依法保密。`),
    paragraph(`监督电话：${HOTLINES}。`),
    { kind: 'signature', office, date: sayDate(from), seal: `加盖${office}印章` },
  ];
  return { title, subject: `${sayDate(from)}至${sayDate(to)}`, author: office, createdAt, blocks };
};
