import type { FieldError } from '../errors';
import { sameName } from './names';

/** Banks that cards of the programme are issued by; the key stands in files and formats. */
export const banks = {
  ruralCredit: '农村信用社(农商行)',
  postal: '邮政储蓄银行',
  agricultural: '农业银行',
  industrial: '工商银行',
  construction: '建设银行',
  china: '中国银行',
  fudian: '富滇银行',
} as const;

export type Bank = keyof typeof banks;

/** The bank's name; of a bank that the table does not have, its key. */
export const bankName = (bank: string): string => (Object.hasOwn(banks, bank) ? banks[bank as Bank] : bank);

/** Digits alone: full-width ones, spaces and hyphens are a manner of writing. */
export const normaliseCardNumber = (written: string): string => written.normalize('NFKC').replace(/[\s-]/g, '');

/** The check digit of a bank card (ISO/IEC 7812-1, Luhn). */
export const checkDigitHolds = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

/** What is wrong with a card number as written, or undefined. */
export const cardNumberProblem = (written: string): string | undefined => {
  const digits = normaliseCardNumber(written);
  if (!/^\d{16,19}$/.test(digits)) return '卡号应为16至19位数字,请对照银行卡填写';
  return checkDigitHolds(digits) ? undefined : '卡号校验位不对,请对照银行卡逐位核对';
};

export interface AccountMember {
  readonly personId: string;
  readonly name: string;
  readonly died: boolean;
}

export interface AccountHolder {
  readonly holderName: string;
  /** The member whose card it is; without one there is a written agreement. */
  readonly holderPersonId?: string;
  readonly agreementId?: string;
}

/** Whether the card may be paid to: a living member's, by name, or by a written agreement (《审核确认办法》). */
export const holderProblem = (
  { holderName, holderPersonId, agreementId }: AccountHolder,
  members: readonly AccountMember[],
): FieldError | undefined => {
  if (holderPersonId === undefined)
    return agreementId === undefined
      ? { path: 'agreementId', message: '账户不在家庭成员名下的,请先上传代领协议,再选择协议' }
      : undefined;
  const member = members.find(({ personId }) => personId === holderPersonId);
  if (!member) return { path: 'holderPersonId', message: '请选择本户现在的家庭成员' };
  if (member.died) return { path: 'holderPersonId', message: '该成员已故,请选择其他成员的账户' };
  return sameName(member.name, holderName)
    ? undefined
    : { path: 'holderName', message: '户名与所选成员的姓名不一致,请核对银行卡,或改为代领并上传协议' };
};
