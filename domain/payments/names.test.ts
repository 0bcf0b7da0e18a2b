import { normaliseName, sameName } from './names';

/** @clause 三(三) an account is the household's when its holder's name is a member's, however it was typed */
it.each([
  ['阿卜杜拉·买买提', '阿卜杜拉•买买提'],
  ['阿卜杜拉·买买提', '阿卜杜拉・买买提'],
  ['阿卜杜拉·买买提', '阿卜杜拉.买买提'],
  ['阿卜杜拉·买买提', '阿卜杜拉 买买提'],
  ['阿卜杜拉·买买提', '阿卜杜拉.买买提'],
  ['马 芬', '马芬'],
  ['馬小峯', '马小峰'],
  ['李昇', '李升'],
  ['张堃', '张坤'],
  ['WANG Li', 'Wang Li'],
])('takes %s and %s for one name', (one, other) => expect(sameName(one, other)).toBe(true));

it.each([
  ['马芬', '马芳'],
  ['王䶮', '王龑'],
  ['王䶮', '王'],
  ['张淼', '张渺'],
  ['李升', '李生'],
])('keeps %s and %s apart', (one, other) => expect(sameName(one, other)).toBe(false));

it('leaves a rare character as it is, also outside the basic plane', () => {
  expect(normaliseName('王䶮')).toBe('王䶮');
  expect(normaliseName('𠅤 𠮷')).toBe('𠅤𠮷');
});
