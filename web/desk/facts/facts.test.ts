import { checkFact, withoutBlanks } from './check-fact';
import { factTables, sayFact } from './fields';

const table = (list: string) => factTables.find((one) => one.list === list)!;

describe('a fact', () => {
  it('is told in one line', () => {
    expect(sayFact(table('incomes'), { kind: 'wage', amount: '900', per: 'month', label: '集市摆摊' })).toBe(
      '工资性收入 每月900元 集市摆摊',
    );
    expect(sayFact(table('assets'), { kind: 'vehicle', count: 1, exempt: true })).toBe('机动车辆 1项(件) 生活生产必需');
  });

  it('is not sent without its kind or with an amount that is none', () => {
    expect(checkFact(table('incomes').fields, { amount: '12.345' })).toEqual({
      member: '请选择家庭成员',
      kind: '请选择收入种类',
      amount: '金额(元)应为不小于零的数字,最多两位小数',
      per: '请选择期间',
    });
    expect(checkFact(table('assets').fields, { kind: 'dwelling' })).toEqual({});
  });

  it('leaves blanks out', () => {
    expect(withoutBlanks({ kind: 'wage', label: '', fixed: undefined, amount: '0' })).toEqual({
      kind: 'wage',
      amount: '0',
    });
  });
});
