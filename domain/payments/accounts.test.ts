import { cardNumberProblem, checkDigitHolds, holderProblem, normaliseCardNumber } from './accounts';

/** @clause 三(一) a card that cannot exist, or is nobody's of the household, is not paid to */
const members = [
  { personId: 'a', name: '阿卜杜拉·买买提', died: false },
  { personId: 'b', name: '马小峰', died: true },
];

it.each(['4111111111111111', '6217 0000-10000000003', '６２１７ 000010000000003'])('takes %s', (number) => {
  expect({ number, problem: cardNumberProblem(number), digits: /^\d+$/.test(normaliseCardNumber(number)) }).toEqual({
    number,
    problem: undefined,
    digits: true,
  });
});

it('finds every single wrong digit and every swap of neighbours but 0 and 9', () => {
  const good = '6217000010000000003';
  expect(checkDigitHolds(good)).toBe(true);
  for (let at = 0; at < good.length; at += 1)
    for (const digit of '0123456789')
      if (digit !== good[at]) expect(checkDigitHolds(good.slice(0, at) + digit + good.slice(at + 1))).toBe(false);
  expect(checkDigitHolds('2617000010000000003')).toBe(false);
});

it.each(['', '621700001000000', '62170000100000000031', 'abcd000010000000003', '6217000010000000004'])(
  'refuses %s',
  (number) => expect(cardNumberProblem(number)).toMatch(/卡号/),
);

it('wants a living member of that name, or an agreement', () => {
  expect(holderProblem({ holderName: '阿卜杜拉•买买提', holderPersonId: 'a' }, members)).toBeUndefined();
  expect(holderProblem({ holderName: '外人' }, members)?.path).toBe('agreementId');
  expect(holderProblem({ holderName: '外人', agreementId: 'd' }, members)).toBeUndefined();
  expect(holderProblem({ holderName: '外人', holderPersonId: 'a' }, members)?.path).toBe('holderName');
  expect(holderProblem({ holderName: '马小峰', holderPersonId: 'b' }, members)?.message).toContain('已故');
  expect(holderProblem({ holderName: '马小峰', holderPersonId: 'c' }, members)?.path).toBe('holderPersonId');
});
