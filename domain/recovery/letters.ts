import { sayDate, sayMonth, type CivilDate, type CivilMonth } from '../civil-date';
import type { LetterHead, LetterText } from '../letters/letter';
import { writeLetter } from '../letters/write';
import { sayYuan, type Fen } from '../money';
import { causes, faults, type RecoveryCause, type RecoveryFault } from './steps';

export interface OverpaidMonth {
  readonly month: CivilMonth;
  readonly fen: Fen;
}

interface Notice {
  readonly months: readonly OverpaidMonth[];
  readonly cause: RecoveryCause;
  readonly fault: RecoveryFault;
  readonly remedy: string;
}

/** What was paid too much, why, whose fault it was, how it can be paid back and what one can do against it. */
export const recoveryNotice = (head: LetterHead, { months, cause, fault, remedy }: Notice): LetterText => {
  const sum = months.reduce((whole, { fen }) => whole + fen, 0n);
  const list = months.map(({ month, fen }) => `${sayMonth(month)}${sayYuan(fen)}`).join('、');
  return writeLetter(
    'recoveryNotice',
    head,
    `经核对,您家多领${head.programme}资金共${sayYuan(sum)},其中${list}。原因:${causes[cause]}。`,
    fault === 'office'
      ? '这是工作差错造成的,不作为骗取处理。请配合退回多领的资金。'
      : `认定情形:${faults[fault]}。请退回多领的资金。`,
    '可以一次退回,也可以约定分期。没有您的书面同意,不会从现在的待遇中抵扣。确有困难的,请向经办机关说明。',
    remedy,
  );
};

interface Overdue {
  readonly number: number;
  readonly dueOn: CivilDate;
  readonly fen: Fen;
  readonly outstanding: Fen;
}

export const recoveryReminder = (head: LetterHead, { number, dueOn, fen, outstanding }: Overdue): LetterText =>
  writeLetter(
    'recoveryReminder',
    head,
    `按还款协议,第${number}期${sayYuan(fen)}应于${sayDate(dueOn)}前归还,至今没有足额收到。尚未收回的共${sayYuan(outstanding)}。`,
    `请尽快归还;确有困难的,请到${head.office}说明,可以重新约定。`,
  );
