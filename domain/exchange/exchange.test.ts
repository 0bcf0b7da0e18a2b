import { parameters } from '../parameters';
import { createParameters, type DatedValue, type Parameter } from '../parameters/resolve';
import { nationalParameters } from '../parameters/generated';
import { dayIn, fenIn, monthIn } from './cells';
import { configuredProblem } from './configured';
import { csvOf } from './csv';
import { differencesOf } from './differences';
import { standardsDue } from './due';
import { kindNames, packageNumber, recordNumber } from './kinds';
import { layOut, layoutOf, layoutProblem } from './layout';
import { readReceipt, receiptLayoutOf } from './receipt';
import { readSnapshot, snapshotLayoutOf } from './snapshot';
import { inForceWithin, standardsOf } from './standards';

const TENGCHONG = '530581';
const now = { on: '2026-11-27', division: TENGCHONG };

const local = (id: string, value: Omit<DatedValue, 'reference' | 'confidence'>): Parameter => ({
  ...nationalParameters.find((one) => one.id === id)!,
  values: [{ reference: '测试', confidence: 'H', ...value }],
});

describe('a layout is data', () => {
  it.each(kindNames)('%s has one that is marked as assumed', (kind) => {
    expect(layoutOf(parameters, kind, now)).toMatchObject({ version: '1.0', assumed: true });
  });

  it('another version is entered for a place and a date, and the old one stays for the days before', () => {
    const [first] = layoutOf(parameters, 'standards', now).columns;
    const value = { version: '2.0', system: 'provincial', columns: [first] };
    const next = createParameters(nationalParameters, [
      local('exchange.layout', { division: '5305', category: 'standards', from: '2026-07-01', value }),
    ]);
    expect(layoutOf(next, 'standards', now).version).toBe('2.0');
    expect(layoutOf(next, 'standards', { ...now, on: '2026-06-30' }).version).toBe('1.0');
    expect(layoutOf(next, 'standards', { ...now, division: '530402' }).version).toBe('1.0');
  });

  const good = layoutOf(parameters, 'decisions', now);
  it.each<[string, unknown, string]>([
    ['no columns', { version: '1', system: 'provincial' }, '应写明'],
    ['no version', { ...good, version: '' }, '没有版本号'],
    ['a system that there is not', { ...good, system: 'moon' }, 'system 只能是:provincial、national'],
    [
      'a field that there is not',
      { ...good, columns: [{ field: 'shoeSize', title: '鞋码', max: 2 }] },
      '没有字段“shoeSize”',
    ],
    ['a field twice', { ...good, columns: [good.columns[0], good.columns[0]] }, '字段recordNumber出现了两次'],
    ['no record number in front', { ...good, columns: [good.columns[1]] }, '第一列应为记录编号'],
    ['codes that are no texts', { ...good, columns: [{ ...good.columns[0], codes: { a: 1 } }] }, '代码表'],
  ])('%s is refused with a sentence', (_, value, says) => {
    expect(layoutProblem('decisions', value)).toContain(says);
  });
});

describe('a record is laid out', () => {
  const columns = [
    { field: 'name', title: '姓名', max: 3, required: true },
    { field: 'sex', title: '性别', max: 1, codes: { male: '1' } },
    { field: 'reasons', title: '理由', max: 4, cut: true },
  ];
  it('in the order of the columns, with codes, cutting only what may be cut', () => {
    expect(layOut({ columns }, { reasons: '收入低于标准', sex: 'male', name: '寸丽' })).toEqual({
      cells: ['寸丽', '1', '收入低于'],
      problems: [],
    });
  });
  it('says what hinders: missing, too long, without a code; rare characters count once', () => {
    expect(layOut({ columns }, { name: '𠮷𠮷𠮷' }).problems).toEqual([]);
    expect(layOut({ columns }, {}).problems).toEqual(['缺少姓名,请在案件中补充']);
    expect(layOut({ columns }, { name: '阿卜杜拉', sex: 'other' }).problems).toEqual([
      '姓名超过3个字(现有4个),请更正',
      expect.stringContaining('性别“other”在代码表中没有对应代码'),
    ]);
  });
});

it('CSV has its mark, Windows line ends, quotes where needed, and no formula', () => {
  expect(
    csvOf([
      ['姓名', '理由'],
      ['甲', '说"好",就行'],
      ['=1+1', '两\n行'],
    ]),
  ).toBe('\u{feff}姓名,理由\r\n甲,"说""好"",就行"\r\n\'=1+1,"两\n行"\r\n');
});

it('numbers say county, kind, package and row', () => {
  expect(recordNumber(packageNumber(TENGCHONG, 'decisions', 3), 12)).toBe('530581-DEC-0003-000012');
});

it('reads dates, months and amounts as people write them', () => {
  expect(['2026-7-1', '20260701', '2026年7月1日', '2026/07/01 00:00', '2026-02-30'].map(dayIn)).toEqual([
    ...Array<string>(4).fill('2026-07-01'),
    undefined,
  ]);
  expect(['2026-7', '202607', '2026年7月', '2026-07-15', '2026-13'].map(monthIn)).toEqual([
    ...Array<string>(4).fill('2026-07'),
    undefined,
  ]);
  expect(['1,234.5', '300元', '-1', '1.234'].map(fenIn)).toEqual([123450n, 30000n, undefined, undefined]);
});

// @clause 三(二) the standards that the other system must have, from their first day on
describe('standards of a county', () => {
  const urban = (all: ReturnType<typeof standardsOf>) =>
    all.filter(({ standard }) => standard === 'dibao.standard.urban');

  it('follow each other; one holds until the next begins', () => {
    const all = urban(standardsOf(parameters, TENGCHONG));
    const last = all.at(-1)!;
    expect(last).toMatchObject({ from: '2025-07-01', record: { value: '744', unit: 'yuanPerMonth' } });
    expect(last.until).toBeUndefined();
    expect(all.at(-2)).toMatchObject({ from: '2024-07-01', until: '2025-07-01' });
    expect(inForceWithin(all, { from: '2025-06-30', to: '2025-07-01' }).map(({ from }) => from)).toEqual([
      '2024-07-01',
      '2025-07-01',
    ]);
  });

  it('a new value is due on its first day, not the day before, and the old one no longer', () => {
    const next = createParameters(nationalParameters, [
      local('dibao.standard.urban', { division: TENGCHONG, from: '2026-12-01', value: '800' }),
    ]);
    const due = (on: string) => urban(standardsDue(next, TENGCHONG, on)).map(({ record }) => record['value']);
    expect(due('2026-11-30')).toEqual(['744']);
    expect(due('2026-12-01')).toEqual(['800']);
  });

  it('what took effect before receipts are asked for is not due', () => {
    const next = createParameters(nationalParameters, [
      local('exchange.alertsFrom', { division: TENGCHONG, from: '2026-01-01', value: '2026-12' }),
    ]);
    expect(standardsDue(next, TENGCHONG, '2026-11-27')).toEqual([]);
    expect(standardsDue(next, '530402', '2026-11-27').length).toBeGreaterThan(5);
  });
});

describe('a receipt is read', () => {
  const layout = receiptLayoutOf(parameters, now);
  const sheet = (...rows: string[][]) => ({
    head: ['处理结果', '记录编号', '失败原因', '处理日期'],
    lines: rows.map((cells, index) => ({ line: index + 2, cells })),
  });

  it('by its titles in any order, with each wrong line told by its number', () => {
    const read = readReceipt(
      sheet(
        ['成功', 'X-1', '', '2026/7/1'],
        ['失败', 'X-2', '证件号码有误'],
        ['好', 'X-3'],
        ['成功', ''],
        ['成功', 'X-5', '', '昨天'],
      ),
      layout,
    );
    expect(read[0]).toMatchObject({ line: 2, recordNumber: 'X-1', answer: 'accepted', answeredOn: '2026-07-01' });
    expect(read[1]).toMatchObject({ answer: 'rejected', reason: '证件号码有误', answeredOn: undefined });
    expect(read.slice(2)).toEqual([
      { line: 4, problem: expect.stringContaining('第4行:处理结果“好”不认识') },
      { line: 5, problem: '第5行:没有记录编号' },
      { line: 6, problem: expect.stringContaining('第6行:处理日期“昨天”不是日期') },
    ]);
  });

  it('a wrong or empty file is refused, naming what is missing and what was found', () => {
    expect(() => readReceipt({ head: ['姓名', '金额'], lines: [] }, layout)).toThrow(
      '第1行(表头)缺少列“记录编号”、“处理结果”;读到的列是:姓名、金额',
    );
    expect(() => readReceipt(sheet(), layout)).toThrow('只有表头');
  });
});

describe('a list of the other system is read', () => {
  it('person by person: wrong numbers, unknown words and repetitions by line', () => {
    const layout = snapshotLayoutOf(parameters, 'roster', now);
    const lines = [
      ['11010519491231002X', '甲', '低保', 'A类', '380', '2026年7月'],
      ['110105194912310021', '乙'],
      ['11010519491231002X', '甲'],
      ['530522197505150014', '丙', '别的'],
    ].map((cells, index) => ({ line: index + 2, cells }));
    const head = ['身份证号', '姓名', '救助类型', '保障类别', '金额', '起始日期'];
    expect(readSnapshot('roster', { head, lines }, layout, now.on)).toEqual([
      {
        line: 2,
        subject: '11010519491231002X',
        name: '甲',
        caseNumber: '',
        compared: { programme: 'dibao', class: 'A', amount: '380.00', dates: '2026-07' },
      },
      { line: 3, problem: expect.stringContaining('第3行:证件号码不对') },
      { line: 4, problem: '第4行:与第2行重复,只按前一行比对' },
      { line: 5, problem: expect.stringContaining('第5行:救助类型“别的”不认识') },
    ]);
  });

  it('standards by name and category', () => {
    const layout = snapshotLayoutOf(parameters, 'standards', now);
    const head = ['标准名称', '档次', '金额', '生效日期'];
    const lines = [{ line: 2, cells: ['特困人员照料护理标准', '集中一档', '1035', '2025-07-01'] }];
    expect(readSnapshot('standards', { head, lines }, layout, now.on)).toEqual([
      {
        line: 2,
        subject: 'tekun.care/centralised.full',
        name: '特困人员照料护理标准',
        caseNumber: '',
        compared: { amount: '1035.00', dates: '2025-07-01' },
      },
    ]);
  });
});

describe('differences', () => {
  it('are named field by field, and only where the other side has the field', () => {
    const ours = { programme: 'dibao', class: 'A', amount: '380.00', dates: '2026-07' };
    expect(differencesOf(ours, ours)).toEqual([]);
    expect(differencesOf(ours, { amount: '330.00', class: 'B' })).toEqual(['class', 'amount']);
    expect(differencesOf({ amount: '380.00' }, { amount: '380.00', class: 'A' })).toEqual(['class']);
    expect(differencesOf(ours, undefined)).toEqual(['onlyHere']);
    expect(differencesOf(undefined, {})).toEqual(['onlyThere']);
  });
});

describe('a layout is looked at when it is entered', () => {
  it.each(['exchange.layout', 'exchange.receiptLayout', 'exchange.rosterLayout'])(
    'those of %s that come with it fit',
    (id) => {
      const values = nationalParameters.find((parameter) => parameter.id === id)!.values;
      expect(values.length).toBeGreaterThan(0);
      expect(values.map(({ value, category }) => configuredProblem(id, value, category))).toEqual(
        values.map(() => undefined),
      );
    },
  );

  const receipt = { recordNumber: ['号'], result: ['果'], reason: ['因'], theirNumber: ['彼'], answeredOn: ['日'] };
  const roster = { columns: { idNumber: ['号'] }, required: ['idNumber'], words: { class: { 一: 'A' } } };
  it.each([
    [
      'exchange.layout',
      { version: '2', system: 'provincial', columns: [{ field: 'shoeSize', title: '鞋码', max: 2 }] },
      /没有字段“shoeSize”/,
    ],
    ['exchange.receiptLayout', [], /应写明/],
    ['exchange.receiptLayout', { ...receipt, accepted: [], rejected: ['否'] }, /^accepted应为/],
    ['exchange.receiptLayout', { ...receipt, accepted: ['是'], rejected: ['是'] }, /既是接收又是退回/],
    ['exchange.rosterLayout', { columns: {} }, /应写明/],
    ['exchange.rosterLayout', { ...roster, columns: { idNumber: '号' } }, /^idNumber应为/],
    ['exchange.rosterLayout', { ...roster, required: ['name'] }, /必填的“name”/],
    ['exchange.rosterLayout', { ...roster, words: { class: ['A'] } }, /^class的用语/],
  ] as const)('%s %j', (id, value, says) => expect(configuredProblem(id, value, 'decisions')).toMatch(says));

  it('and nothing else is', () => expect(configuredProblem('dibao.standard.urban', [])).toBeUndefined());
});
