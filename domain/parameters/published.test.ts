import { AppError } from '../errors';
import { parameters, fenOf } from '.';
import { objectionsTo } from './invariants';

const PROVINCE = '53';
/** The provincial guide as published: first day, urban a month, rural a year, 特困 a month. */
const published = [
  ['2018-07-01', '557', '3500', '665'],
  ['2019-07-01', '610', '4200', '732'],
  ['2020-06-01', '640', '4500', '832'],
  ['2021-07-01', '660', '4770', '858'],
  ['2022-07-01', '700', '5343', '910'],
  ['2023-07-01', '728', '6038', '947'],
  ['2024-07-01', '735', '6400', '956'],
  ['2025-07-01', '744', '6720', '968'],
] as const;
const at = (id: string, on: string, category?: string) =>
  parameters.get(id, { on, division: PROVINCE, ...(category ? { category } : {}) });
const dayBefore = (on: string) => new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code;
    throw thrown;
  }
  return 'no error';
};

// @clause 三(二) the published standards of each year, their floors and the 1.3 rule
describe.each(published)('the standards from %s', (from, urban, rural, tekun) => {
  const previous = published[published.findIndex(([day]) => day === from) - 1];
  it('are those that were published, from their first day and not before', () => {
    const ids = ['dibao.standard.urban', 'dibao.standard.rural', 'tekun.standard.basic'] as const;
    expect(ids.map((id) => at(id, from).value)).toEqual([urban, rural, tekun]);
    if (previous) expect(ids.map((id) => at(id, dayBefore(from)).value)).toEqual(previous.slice(1));
    else expect(ids.map((id) => codeOf(() => at(id, dayBefore(from))))).toEqual(ids.map(() => 'parameterUnknown'));
    for (const id of ids) expect(at(id, from).reference.length).toBeGreaterThan(4);
  });

  it('keep 1.3 times urban for 特困 since June 2020, rounded up to the yuan', () => {
    const ratio = from >= '2020-06-01' ? 13n : 0n;
    expect(fenOf(at('tekun.standard.basic', from)) * 10n >= fenOf(at('dibao.standard.urban', from)) * ratio).toBe(true);
    if (from === '2019-07-01') expect(BigInt(tekun) * 10n).toBe(BigInt(urban) * 12n);
    if (from >= '2023-07-01') expect(BigInt(tekun)).toBe((BigInt(urban) * 13n + 9n) / 10n);
  });

  it('are the floor: a fen less is refused in a county, the guide itself is taken', () => {
    const to = published.find(([day]) => day > from)?.[0];
    const end = to ? { to: dayBefore(to) } : {};
    const objections = (value: string) =>
      objectionsTo(parameters, {
        id: 'tekun.standard.basic',
        division: '532901',
        from,
        ...end,
        value,
        reference: '测试',
      });
    expect(objections(tekun)).toEqual([]);
    expect(objections(`${Number(tekun) - 1}.99`)[0]?.message).toContain('地方标准不得低于它');
  });
});

it('rural stands at 75 % of urban from July 2025 on, and did not have to before', () => {
  const share = (on: string) => {
    const [urban, rural] = [fenOf(at('dibao.standard.urban', on)), fenOf(at('dibao.standard.rural', on))];
    return rural * 100n >= urban * 12n * 75n;
  };
  expect([share('2025-06-30'), share('2025-07-01')]).toEqual([false, true]);
});

describe('care money and children', () => {
  const forms = ['centralised', 'dispersed'].flatMap((form) =>
    ['full', 'partial', 'selfCare'].map((grade) => `${form}.${grade}`),
  );
  it.each([
    ['2020-06-01', [835, 418, 251, 151, 88, 50]],
    ['2022-12-31', [835, 418, 251, 151, 88, 50]],
    ['2023-01-01', [950, 475, 285, 171, 100, 57]],
    ['2024-07-01', [995, 498, 299, 179, 105, 60]],
    ['2025-07-01', [1035, 518, 311, 187, 109, 62]],
  ])('care on %s', (on, values) =>
    expect(forms.map((form) => Number(at('tekun.care', on, form).value))).toEqual(values),
  );

  it.each([
    ['2019-07-01', '1974', '1274'],
    ['2021-07-01', '1980', '1280'],
    ['2022-07-01', '1990', '1290'],
    ['2024-07-01', '2000', '1350'],
    ['2025-07-01', '2010', '1370'],
  ])('children on %s', (on, institution, dispersed) =>
    expect([at('children.standard', on, 'institution').value, at('children.standard', on, 'dispersed').value]).toEqual([
      institution,
      dispersed,
    ]),
  );

  it.each([
    ['children.standard', '2020-06-01', 'institution'],
    ['children.standard', '2023-07-01', 'institution'],
    ['tekun.care', '2020-05-31', 'centralised.full'],
    ['oneOffSubsidy.amount', '2022-07-01', 'dibaoUrban'],
  ])('%s on %s for %s was not published: an error, never a guess', (id, on, category) =>
    expect(codeOf(() => at(id, on, category))).toBe('parameterUnknown'),
  );

  it('a place may pay more, never less; a threshold may be lowered, never raised', () => {
    const messages = (id: string, category: string, value: string, from = '2025-07-01') =>
      objectionsTo(parameters, { id, division: '530581', category, from, value, reference: '测试' }).map(
        ({ message }) => message,
      );
    expect(messages('children.standard', 'dispersed', '1370')).toEqual([]);
    expect(messages('children.standard', 'dispersed', '1369.99')).toEqual([expect.stringContaining('不得低于')]);
    expect(messages('children.standard', 'dispersed', '1350', '2024-08-01')).toEqual([
      expect.stringContaining('2025年7月1日'),
    ]);
    expect(messages('tekun.care', 'dispersed.full', '186')).toHaveLength(1);
    expect(messages('priceLinkage.threshold', 'cpi', '3.5')).toEqual([]);
    expect(messages('priceLinkage.threshold', 'cpi', '3.6')).toEqual([expect.stringContaining('不能提高')]);
  });

  it.each([
    ['deadline.countyReview.workingDays', undefined, 10, 11, '不能延长'],
    ['deadline.decision.workingDays', 'county', 30, 31, '不能延长'],
    ['deadline.decision.workingDays', 'delegated', 20, 21, '不能延长'],
    ['deadline.deathProcessing.months', undefined, 3, 4, '不能延长'],
    ['dibao.recheck.months', 'yearly', 12, 13, '不能延长'],
    ['priceLinkage.deadline.workingDays', undefined, 20, 21, '不能延长'],
    ['deadline.publicNotice.days', undefined, 7, 6, '不能缩短'],
    ['deadline.suit.months', 'direct', 6, 5, '不能缩短'],
  ] as const)('%s %s: %d may be set by a place, %d may not', (id, category, right, wrong, says) => {
    const messages = (value: number) =>
      objectionsTo(parameters, {
        ...{ id, division: '530581', from: '2026-01-01', value, reference: '测试' },
        ...(category && { category }),
      }).map(({ message }) => message);
    expect(messages(right)).toEqual([]);
    expect(messages(wrong)).toEqual([expect.stringContaining(says)]);
  });

  it('what is only assumed binds nobody', () =>
    expect(
      objectionsTo(parameters, {
        ...{ id: 'deadline.changeProcessing.workingDays', division: '530581', from: '2026-01-01' },
        ...{ value: 15, reference: '测试' },
      }),
    ).toEqual([]));
});
