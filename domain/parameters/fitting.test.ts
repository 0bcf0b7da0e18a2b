import { misfitOf } from './fitting';
import { nationalParameters } from './generated';
import { units } from './value';

const published = nationalParameters.flatMap(({ id, unit, values }) =>
  values.map(({ value, category, from }) => ({ id, unit, value, category, from })),
);

describe('what a value must look like', () => {
  it('every published value fits', () => {
    for (const { id, unit, value, category, from } of published)
      expect([id, from, units[unit].fits(value), misfitOf(id, value, category)]).toEqual([id, from, true, undefined]);
  });

  it.each(nationalParameters.filter(({ unit }) => unit === 'choice').map(({ id }) => id))(
    '%s takes no word that nothing knows',
    (id) => expect(misfitOf(id, 'County')).toMatch(/只能是/),
  );

  it.each(
    nationalParameters
      .filter(({ unit }) => unit === 'table')
      .flatMap(({ id, categories }) => (categories ?? [undefined]).map((category) => [id, category] as const)),
  )('%s %s takes no table that nothing reads', (id, category) =>
    expect(misfitOf(id, { nobody: ['knows'] }, category)).toEqual(expect.any(String)),
  );

  it.each([
    ['deadline.escalation', [0, 3, 1], /后一级不早于前一级/],
    ['deadline.escalation', [0, 1, 2, 3, 4], /至多4项/],
    ['deadline.reminderHour', 24, /0至23/],
    ['deadline.reminders', [-1], /天数的列表/],
    ['dibao.income.averagingMonths', 0, /不能小于1/],
    ['dibao.increment.rules', [{ feature: 'elderly' }], /写法不对/],
    ['dibao.increment.rules', { elderly: '10%' }, /写法不对/],
    ['dibao.marginal.multiple', '0.9', /不能小于1/],
    ['dynamics.graduationAges', [['college', 21]], /成对的列表/],
    ['dynamics.graduationMonth', 13, /1至12/],
    ['emergency.events', { code: 'x', name: '地震' }, /document/],
    ['emergency.events', { code: 'x', name: '地震', document: '文', deferRecheckDays: '30' }, /天数/],
    ['funds.arrearsYears', ['list', 'list'], /不重复/],
    [
      'funds.shares',
      [
        ['central', '0.7'],
        ['county', '0.2'],
      ],
      /之和应为1/,
    ],
    [
      'funds.shares',
      [
        ['central', '0.7'],
        ['central', '0.3'],
      ],
      /各写一次/,
    ],
    ['funds.shares', [['village', '1']], /只能是/],
    ['funds.sourceOrder', ['central', 'provincal'], /只能是/],
    ['oneOffSubsidy.cutOffMonth', 202213, /202206/],
    ['payment.exclusions', [['dibao']], /成对的列表/],
    ['payment.exclusions', [['dibao', 'lowIncome']], /只能是/],
    ['payment.holdingMatters', ['death', 'rumour'], /只能是/],
    ['payment.payByDay', 31, /1至28/],
    ['payment.sharedAccountLimit', 0, /不能小于1/],
    ['priceLinkage.recipients', ['dibao', 'everybody'], /只能是/],
    ['recovery.deductionCap', '1.5', /不能大于1/],
    ['reserveFund.source', 'county', /countyFunds/],
  ] as const)('%s %j is refused', (id, value, says) => expect(misfitOf(id, value)).toMatch(says));

  it('nothing need be held, and money of one level may be left alone', () => {
    expect(misfitOf('payment.holdingMatters', [])).toBeUndefined();
    expect(misfitOf('funds.sourceOrder', ['county'])).toBeUndefined();
  });
});
