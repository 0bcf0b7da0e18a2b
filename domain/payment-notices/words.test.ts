import { messageOf, paymentNotice, type ToldLine } from './words';

const line: ToldLine = {
  number: '530581-2022-000123',
  programme: '低保',
  applicantName: '甲示例',
  office: '腾越街道办事处',
  month: '2026-09',
  kind: 'regular',
  fen: 300_00n,
  accountTail: '0001',
  bankReason: '账户已销户',
  paidOn: '2026-09-10',
  on: '2026-09-11',
};

it('says what was paid, where to, and whom to ask', () => {
  const { title, body } = paymentNotice(line, 'paid');
  expect(title).toBe('低保发放告知书');
  expect(body.split('\n')).toEqual([
    '编号:530581-2022-000123',
    '甲示例:',
    '您家2026年9月低保金(按月发放)300.00元已于2026年9月10日发放到尾号0001的账户,请查收。',
    '对金额有疑问的,请到腾越街道办事处查询,也可拨打12349。',
    '腾越街道办事处',
    '2026年9月11日',
  ]);
});

it('says why it failed, that the money is not lost, and what to do; the message says the same', () => {
  const { body } = paymentNotice(line, 'failed');
  const message = messageOf(body);
  expect(message).toMatch(/未能发放到尾号0001的账户,原因:账户已销户。这笔钱仍归您家所有。请带身份证/);
  expect(message).not.toMatch(/编号|甲示例/);
});
