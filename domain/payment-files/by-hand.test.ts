import { handAnswerFault, type HandAnswer } from './by-hand';

const days = { sentOn: '2026-09-08', today: '2026-09-20' };

/** @clause 三(一) what a bank said without a file is whole before it is looked at by another person */
it.each<[HandAnswer]>([
  [{ result: 'paid', paidOn: '2026-09-08' }],
  [{ result: 'paid', paidOn: '2026-09-20' }],
  [{ result: 'failed', reason: '账户已销户' }],
  [{ result: 'uncertain', reason: '银行系统迁移,查不到' }],
])('takes %j', (answer) => {
  expect(handAnswerFault(answer, days)).toBeUndefined();
});

it.each<[HandAnswer, string, RegExp]>([
  [{ result: 'paid' }, 'paidOn', /请填写银行所说的到账日期/],
  [{ result: 'paid', paidOn: '2026-09-07' }, 'paidOn', /应在送出发放\(2026年9月8日\)之后/],
  [{ result: 'paid', paidOn: '2026-09-21' }, 'paidOn', /不晚于今天/],
  [{ result: 'paid', paidOn: '2026-09-10', reason: '账户已销户' }, 'reason', /已到账的不填失败原因/],
  [{ result: 'failed' }, 'reason', /请填写发放失败的原因/],
  [{ result: 'uncertain' }, 'reason', /请填写结果不明的原因/],
  [{ result: 'failed', reason: '账户已销户', paidOn: '2026-09-10' }, 'paidOn', /发放失败的不填到账日期/],
])('refuses %j at %s', (answer, field, says) => {
  expect(handAnswerFault(answer, days)).toEqual({ field, says: expect.stringMatching(says) as string });
});
