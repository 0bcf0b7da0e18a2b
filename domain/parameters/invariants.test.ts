import { objectionsTo, type Proposal } from './invariants';
import { createParameters, type Parameter } from './resolve';

const guide = (from: string, value: string, division = '53', to?: string) => ({
  division,
  from,
  value,
  reference: '测试',
  confidence: 'H' as const,
  ...(to ? { to } : {}),
});

const standards: readonly Parameter[] = [
  {
    id: 'dibao.standard.urban',
    title: '城市低保标准',
    unit: 'yuanPerMonth',
    values: [guide('2023-07-01', '728'), guide('2025-07-01', '744')],
  },
  {
    id: 'dibao.standard.rural',
    title: '农村低保标准',
    unit: 'yuanPerYear',
    values: [guide('2023-07-01', '6038'), guide('2025-07-01', '6720')],
  },
  {
    id: 'tekun.standard.basic',
    title: '特困基本生活标准',
    unit: 'yuanPerMonth',
    values: [guide('2023-07-01', '947'), guide('2025-07-01', '968')],
  },
  {
    id: 'dibao.class.amount',
    title: '分档',
    unit: 'yuanPerMonth',
    values: [guide('2022-01-01', '400', '530581', '2023-12-31')],
  },
];
const parameters = createParameters(standards);

const urban = (value: string, from = '2025-07-01', rest: Partial<Proposal> = {}): Proposal => ({
  id: 'dibao.standard.urban',
  division: '530581',
  from,
  value,
  reference: '测试',
  ...rest,
});

const messages = (proposal: Proposal) => objectionsTo(parameters, proposal).map(({ message }) => message);

describe('the legal floors of a local standard', () => {
  it('takes a local standard at the guide itself', () => expect(messages(urban('744'))).toEqual([]));
  it('refuses a fen below the guide and cites the rule', () =>
    expect(messages(urban('743.99'))).toEqual([
      expect.stringContaining('不得低于它(云南省民政厅2022年6月28日通知三(二))'),
    ]));
  it('refuses an open-ended value that a later guide overtakes, naming the day', () =>
    expect(messages(urban('728.40', '2024-01-01'))).toEqual([
      expect.stringContaining('2025年7月1日省级指导标准为744.00元'),
    ]));
  it('takes the same value when it ends before the later guide', () =>
    expect(messages(urban('728.46', '2024-01-01', { to: '2025-06-30' }))).toEqual([]));
  it.each([
    ['744.62', 1],
    ['744.61', 0],
  ])('urban %s against 特困 968 at 1.3 times', (value, count) => {
    expect(messages(urban(value)).filter((message) => message.includes('1.3倍'))).toHaveLength(count);
  });
  it('wants the 特困 standard raised first', () =>
    expect(messages(urban('745'))).toEqual([expect.stringContaining('请先录入提高后的特困标准')]));
  it('holds rural at 75 % of urban from the standards of 2025 on', () => {
    const richer = createParameters(standards, [{ ...standards[2]!, values: [guide('2025-07-01', '1200', '530581')] }]);
    expect(objectionsTo(richer, urban('746.66'))).toEqual([]);
    expect(objectionsTo(richer, urban('746.67')).map(({ message }) => message)).toEqual([
      expect.stringContaining('75%'),
    ]);
  });
});

describe('dates of a value', () => {
  it('does not overwrite what is published', () => {
    const twice = createParameters(standards, [{ ...standards[0]!, values: [guide('2025-08-01', '744', '530581')] }]);
    expect(objectionsTo(twice, urban('744', '2025-07-01'))).toEqual([
      { path: 'to', message: expect.stringContaining('把结束日期填到2025年7月31日') as string },
    ]);
    expect(objectionsTo(twice, urban('744', '2025-08-01'))).toEqual([expect.objectContaining({ path: 'from' })]);
  });
  it('leaves no gap where nothing else covers the days between', () => {
    const classA: Proposal = {
      id: 'dibao.class.amount',
      division: '530581',
      from: '2024-02-01',
      value: '420',
      reference: '测试',
    };
    expect(messages(classA)).toEqual([expect.stringContaining('请把生效日期改为2024年1月1日')]);
    expect(messages({ ...classA, from: '2024-01-01' })).toEqual([]);
  });
  it('starts on the first of a month and ends after it starts', () => {
    expect(messages(urban('744', '2025-07-02'))).toEqual([expect.stringContaining('某月1日')]);
    expect(messages(urban('744', '2025-07-01', { to: '2025-06-30' }))).toEqual([expect.stringContaining('不能早于')]);
  });
});
