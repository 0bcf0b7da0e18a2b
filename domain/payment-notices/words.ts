import { sayDate, sayMonth, type CivilDate, type CivilMonth } from '../civil-date';
import { writeLetter } from '../letters/write';
import type { LetterText } from '../letters/letter';
import { sayYuan, type Fen } from '../money';
import { lineKinds, type LineKind } from '../payments/lines';

export type NoticeOutcome = 'paid' | 'failed';

/** Which outcomes the office tells of (parameter payment.notice). */
export const toldOutcomes: Readonly<Record<string, readonly NoticeOutcome[]>> = {
  all: ['paid', 'failed'],
  failed: ['failed'],
  none: [],
};

export interface ToldLine {
  readonly number: string;
  readonly programme: string;
  readonly applicantName: string;
  /** The township's office, which the household turns to. */
  readonly office: string;
  readonly month: CivilMonth;
  readonly kind: LineKind;
  readonly fen: Fen;
  /** Of `fen`, what the household agreed to have withheld. */
  readonly withheld: Fen;
  readonly accountTail: string | null;
  readonly bankReason: string | null;
  readonly paidOn: CivilDate | null;
  readonly on: CivilDate;
}

const what = ({ programme, month, kind }: ToldLine): string => `${sayMonth(month)}${programme}金(${lineKinds[kind]})`;
const account = ({ accountTail }: ToldLine): string => (accountTail ? `尾号${accountTail}的账户` : '登记的账户');

/** 「240.00元(应发300.00元,按您家书面同意扣回多发款60.00元)」 */
const amount = ({ fen, withheld }: ToldLine): string =>
  withheld === 0n
    ? sayYuan(fen)
    : `${sayYuan(fen - withheld)}(应发${sayYuan(fen)},按您家书面同意扣回多发款${sayYuan(withheld)})`;

const arrived = (line: ToldLine): string =>
  line.withheld === line.fen
    ? `您家${what(line)}应发${sayYuan(line.fen)},按您家书面同意全部用于扣回多发款,本次没有发放到账户的金额。`
    : `您家${what(line)}${amount(line)}已于${sayDate(line.paidOn ?? line.on)}发放到${account(line)},请查收。`;
const revocable = ({ withheld, office }: ToldLine): readonly string[] =>
  withheld === 0n ? [] : [`扣回以您家的书面同意为准,可以随时到${office}撤回,撤回后的月份不再扣。`];

const sentences: Readonly<Record<NoticeOutcome, (line: ToldLine) => readonly string[]>> = {
  paid: (line) => [arrived(line), ...revocable(line), `对金额有疑问的,请到${line.office}查询,也可拨打12349。`],
  failed: (line) => [
    `您家${what(line)}${amount(line)}未能发放到${account(line)},原因:${line.bankReason ?? '银行未说明'}。`,
    ...(line.withheld === 0n ? [] : ['发放没有成功,这一次没有扣回。']),
    `这笔钱仍归您家所有。请带身份证和新的银行卡到${line.office}更正账户,更正后重新发放。`,
  ],
};

// @clause 三(一) households are told what was paid, and what to do when it was not
/** The notice of one line as a letter; it names nothing that the household does not know of itself. */
export const paymentNotice = (line: ToldLine, outcome: NoticeOutcome): LetterText => {
  const { number, programme, applicantName, office, on } = line;
  return writeLetter('paymentNotice', { number, programme, applicantName, office, on }, ...sentences[outcome](line));
};

/** The same as a short message, from the stored letter: its paragraphs without head and signature. */
export const messageOf = (body: string): string => body.split('\n').slice(2, -2).join('');
