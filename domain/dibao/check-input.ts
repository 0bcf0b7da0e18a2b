import { isCivilDate } from '../civil-date';
import { AppError, type FieldError } from '../errors';
import { isYuan } from '../money';
import { checkMembers } from './check-members';
import { resolveDivision } from './check-division';
import type { Amounted, AssessmentInput } from './input';
import { assetKinds } from './kinds';

/** Collects a sentence by JSON path. */
export type Report = (path: string, message: string) => void;

const wrongMoney = '金额应为不小于0的元数,最多两位小数';

export const checkMoney = (value: string | undefined, path: string, report: Report): void => {
  if (value === undefined) return;
  if (!isYuan(value)) report(path, wrongMoney);
  else if (value.startsWith('-') && !/^-0+(\.0+)?$/.test(value)) report(path, '金额不能为负数');
};

const checkWhole = (value: number | undefined, from: number, to: number, path: string, report: Report): void => {
  if (value !== undefined && !(Number.isInteger(value) && value >= from && value <= to))
    report(path, `应为${from}至${to}的整数`);
};

const checkAmounted = (item: Amounted, path: string, report: Report): void => {
  checkMoney(item.amount, `${path}.amount`, report);
  checkWhole(item.months, 1, item.per === 'once' ? 600 : 12, `${path}.months`, report);
  if (item.months !== undefined && item.per !== undefined && !['day', 'month', 'once'].includes(item.per))
    report(`${path}.months`, '月数只用于按日、按月或一次性的收支');
  checkWhole(item.days, 1, 31, `${path}.days`, report);
  if (item.per === 'day' && item.days === undefined) report(`${path}.days`, '按日计的收支请填写每月天数');
};

const checkMoneyLists = (input: AssessmentInput, ids: ReadonlySet<string>, report: Report): void => {
  const known = (member: string | undefined, path: string): void => {
    if (member !== undefined && !ids.has(member)) report(path, `没有成员“${member}”`);
  };
  input.incomes?.forEach((income, index) => {
    const path = `incomes[${index}]`;
    known(income.member, `${path}.member`);
    checkAmounted(income, path, report);
    for (const [kind, cost] of Object.entries(income.costs ?? {})) checkMoney(cost, `${path}.costs.${kind}`, report);
    checkWhole(income.payer?.age, 0, 150, `${path}.payer.age`, report);
  });
  input.expenses?.forEach((expense, index) => {
    known(expense.member, `expenses[${index}].member`);
    checkAmounted(expense, `expenses[${index}]`, report);
  });
  input.support?.forEach((entry, index) => {
    const path = `support[${index}]`;
    entry.for?.forEach((member, position) => known(member, `${path}.for[${position}]`));
    if (entry.agreed) checkAmounted(entry.agreed, `${path}.agreed`, report);
    if (entry.householdIncome) checkAmounted(entry.householdIncome, `${path}.householdIncome`, report);
    if (!entry.unable && !entry.agreed && !entry.householdIncome)
      report(path, '请填写协议金额(agreed)、义务人家庭收入(householdIncome)或无能力(unable)');
    checkWhole(entry.persons, 1, 50, `${path}.persons`, report);
    checkWhole(entry.supported, 1, 20, `${path}.supported`, report);
  });
  input.assets?.forEach((asset, index) => {
    const path = `assets[${index}]`;
    known(asset.member, `${path}.member`);
    checkMoney(asset.value, `${path}.value`, report);
    checkWhole(asset.count, 0, 1000, `${path}.count`, report);
    if (asset.date !== undefined && !isCivilDate(asset.date)) report(`${path}.date`, '日期不存在');
    const { item } = assetKinds[asset.kind];
    if (asset.value === undefined && (item === 'financial' || item === 'vehicle' || item === 'company'))
      report(`${path}.value`, `${assetKinds[asset.kind].label}请填写${item === 'company' ? '年净利润' : '价值'}(元)`);
  });
};

const checkGradualExit = ({ gradualExit: exit }: AssessmentInput, report: Report): void => {
  checkMoney(exit?.lastBenefit, 'gradualExit.lastBenefit', report);
  checkWhole(exit?.months, 0, 120, 'gradualExit.months', report);
  checkWhole(exit?.earlierExits, 0, 100, 'gradualExit.earlierExits', report);
};

/** @param known today's code of the division, where day and place were found right before. */
const placeOf = (input: AssessmentInput, known: string | undefined, report: Report): string | undefined => {
  if (known !== undefined) return known;
  if (isCivilDate(input.date)) return resolveDivision(input.division, input.date, report);
  report('date', `日期“${input.date}”不存在,请按 YYYY-MM-DD 填写`);
  return undefined;
};

/**
 * The input with today's division code. Forms are checked by the schema of the caller; here is what the rules rest on.
 * @throws AppError invalidInput with every wrong field.
 */
export const checkInput = (input: AssessmentInput, known?: string): AssessmentInput => {
  const errors: FieldError[] = [];
  const report: Report = (path, message) => void errors.push({ path, message });
  const division = placeOf(input, known, report);
  const ids = checkMembers(input, division !== undefined, report);
  checkMoneyLists(input, ids, report);
  checkGradualExit(input, report);
  const first = errors[0];
  if (first) throw new AppError('invalidInput', `填写有误:${first.message}`, { fields: errors });
  return division === undefined || division === input.division ? input : { ...input, division };
};
