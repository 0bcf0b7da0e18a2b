import { sayDate, type CivilDate } from '../civil-date';
import type { Result } from './format';

/** What people can say of a payment for the bank. */
export const handResults = {
  paid: '已到账',
  failed: '发放失败',
  uncertain: '结果不明',
} as const satisfies Readonly<Record<Result, string>>;

export const handResultNames = Object.keys(handResults) as [Result, ...Result[]];

export interface HandAnswer {
  readonly result: Result;
  /** Why it failed, or why nobody can tell. */
  readonly reason?: string;
  readonly paidOn?: CivilDate;
}

interface Days {
  /** When the file was handed to the bank. */
  readonly sentOn: CivilDate;
  readonly today: CivilDate;
}

export interface HandAnswerFault {
  readonly field: 'reason' | 'paidOn';
  readonly says: string;
}

/** What is wrong with an answer entered by hand; undefined where it can be booked. */
export const handAnswerFault = (
  { result, reason, paidOn }: HandAnswer,
  { sentOn, today }: Days,
): HandAnswerFault | undefined => {
  if (result !== 'paid') {
    if (paidOn !== undefined) return { field: 'paidOn', says: `${handResults[result]}的不填到账日期` };
    return reason === undefined ? { field: 'reason', says: `请填写${handResults[result]}的原因` } : undefined;
  }
  if (reason !== undefined) return { field: 'reason', says: '已到账的不填失败原因' };
  if (paidOn === undefined) return { field: 'paidOn', says: '请填写银行所说的到账日期' };
  return paidOn < sentOn || paidOn > today
    ? { field: 'paidOn', says: `到账日期应在送出发放(${sayDate(sentOn)})之后,不晚于今天` }
    : undefined;
};
