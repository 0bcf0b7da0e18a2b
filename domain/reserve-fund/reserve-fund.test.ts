import { parameters } from '../parameters';
import { directColumnNames, readDirectRow, type DirectColumn } from './direct-row';
import { grantFault, type Grant } from './grants';
import { reserveRules } from './rules';

/** @clause 二(三) the township's reserve fund, and what goes directly (云南 2023-07) */
const rules = reserveRules(parameters, '530581001', '2026-03-05');

it('has its defaults from the parameters', () =>
  expect(rules).toEqual({
    amount: 2_000_000n,
    grantCeiling: 200_000n,
    cashLimit: 100_000n,
    source: 'county',
    yearEnd: 'returned',
  }));

describe('a grant', () => {
  const fund = { year: 2026, balance: 150_000n, today: '2026-03-05', reconciledTo: '2026-01' };
  const grant: Grant = { form: 'cash', fen: 100_000n, givenOn: '2026-03-05' };
  it.each<[Partial<Grant>, string | undefined, string]>([
    [{}, undefined, ''],
    [{ fen: 100_001n }, 'invalidInput', '请通过惠民惠农“一卡通”发放'],
    [{ form: 'goods', fen: 100_001n }, undefined, ''],
    [{ form: 'goods', fen: 200_000n }, 'fundShort', '请先申请补充'],
    [{ form: 'goods', fen: 200_001n }, 'invalidInput', '请报县级'],
    [{ fen: 0n }, 'invalidInput', '大于0'],
    [{ givenOn: '2026-03-06' }, 'invalidInput', '不能晚于今天'],
    [{ givenOn: '2025-12-31' }, 'invalidInput', '不在2026年'],
    [{ givenOn: '2026-01-31' }, 'invalidInput', '已经对账'],
    [{ givenOn: '2026-02-01' }, undefined, ''],
  ])('%j: %s', (change, code, says) => {
    const fault = grantFault({ ...grant, ...change }, rules, fund);
    expect(fault?.code).toBe(code);
    expect(fault?.says ?? '').toContain(says);
  });
});

describe('a row of the monthly file', () => {
  const good: Readonly<Record<DirectColumn, string>> = {
    township: '530581001',
    name: '尹建明',
    idNumber: '530522197505150014',
    givenOn: '2026年3月5日',
    form: '现金',
    amount: '1,000.00元',
    goods: '',
    reason: '火灾',
    source: '县级',
  };
  const place = {
    county: '530581',
    month: '2026-03',
    today: '2026-04-02',
    cashLimit: 100_000n,
    knownTownship: (code: string) => code.length === 9,
  };
  const read = (change: Partial<Record<DirectColumn, string>>) =>
    readDirectRow((column) => ({ ...good, ...change })[column], place);
  const fields = (change: Partial<Record<DirectColumn, string>>) => {
    const answer = read(change);
    return 'faults' in answer ? answer.faults.map(({ field }) => field) : [];
  };

  it('is read as an office writes it', () =>
    expect(read({})).toEqual({
      row: {
        township: '530581001',
        name: '尹建明',
        idNumber: '530522197505150014',
        givenOn: '2026-03-05',
        form: 'cash',
        fen: 100_000n,
        goods: undefined,
        reason: '火灾',
        source: 'county',
      },
    }));

  it.each<[Partial<Record<DirectColumn, string>>, readonly string[]]>([
    [{ amount: '1000.01' }, ['金额']],
    [{ amount: '5000', form: '实物', goods: '帐篷' }, []],
    [{ form: '实物' }, ['实物名称']],
    [{ goods: '米' }, ['实物名称']],
    [{ form: '转账' }, ['方式']],
    [{ idNumber: '530522197505150015' }, ['身份证号']],
    [{ township: '530582001' }, ['乡镇代码']],
    [{ givenOn: '2026-02-28' }, ['发放日期']],
    [{ givenOn: '2026-02-30' }, ['发放日期']],
    [{ amount: '-5', source: '国家' }, ['金额', '资金来源']],
    [{ name: '', reason: '' }, ['姓名', '救助事由']],
  ])('%j: %j', (change, expected) => expect(fields(change)).toEqual(expected));

  it('names every column once', () => expect(new Set(directColumnNames).size).toBe(9));
});
