import { messageOf, paymentNotice, type ToldLine } from './words';

const line: ToldLine = {
  number: '530581-2022-000123',
  programme: '低保',
  applicantName: '甲示例',
  office: '腾越街道办事处',
  month: '2026-09',
  kind: 'regular',
  fen: 300_00n,
  withheld: 0n,
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

// @clause 三(三) whoever agreed to a deduction is told each time what was kept back, and that the consent can be taken back
it('says what was due, what was withheld and what arrived; of a failed line that nothing was withheld', () => {
  const withheld = { ...line, withheld: 60_00n };
  const { body } = paymentNotice(withheld, 'paid');
  expect(body.split('\n').slice(2, 4)).toEqual([
    '您家2026年9月低保金(按月发放)240.00元(应发300.00元,按您家书面同意扣回多发款60.00元)已于2026年9月10日发放到尾号0001的账户,请查收。',
    '扣回以您家的书面同意为准,可以随时到腾越街道办事处撤回,撤回后的月份不再扣。',
  ]);
  expect(paymentNotice(withheld, 'failed').body).toMatch(
    /240\.00元\(应发300\.00元,.*扣回多发款60\.00元\)未能发放[\s\S]*这一次没有扣回/,
  );
  expect(paymentNotice({ ...line, withheld: 300_00n }, 'paid').body).toMatch(/全部用于扣回多发款,本次没有发放到账户/);
});

it('says why it failed, that the money is not lost, and what to do; the message says the same', () => {
  const { body } = paymentNotice(line, 'failed');
  const message = messageOf(body);
  expect(message).toMatch(/未能发放到尾号0001的账户,原因:账户已销户。这笔钱仍归您家所有。请带身份证/);
  expect(message).not.toMatch(/编号|甲示例/);
});
