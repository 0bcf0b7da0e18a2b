import { isCivilMonth } from '../civil-date';
import { isYuan } from '../money';
import type { ParameterUnit } from './resolve';

interface UnitRow {
  readonly label: string;
  readonly fits: (value: unknown) => boolean;
  readonly says: string;
}

const amount = (value: unknown): boolean => typeof value === 'string' && isYuan(value) && !value.startsWith('-');
const count = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000;
const yuan = (label: string): UnitRow => ({ label, fits: amount, says: '数值应为金额(元)的文字,例如 "670"' });
const whole = (label: string): UnitRow => ({ label, fits: count, says: `数值应为整数(${label})` });

/** How a value of each unit is written. */
export const units: Readonly<Record<ParameterUnit, UnitRow>> = {
  yuanPerMonth: yuan('元/月'),
  yuanPerYear: yuan('元/年'),
  yuan: yuan('元'),
  ratio: {
    label: '比例',
    fits: (value) => typeof value === 'string' && /^\d{1,6}(\.\d{1,6})?$/.test(value),
    says: '数值应为小数的文字,例如 "0.75"',
  },
  percent: {
    label: '%',
    fits: (value) => typeof value === 'string' && /^\d{1,4}(\.\d{1,4})?$/.test(value),
    says: '数值应为百分数的文字,不带百分号,例如 "3.5"',
  },
  months: whole('月'),
  days: whole('日'),
  workingDays: whole('工作日'),
  hours: whole('小时'),
  integer: whole('整数'),
  boolean: { label: '是否', fits: (value) => typeof value === 'boolean', says: '数值应为 true 或 false' },
  choice: { label: '选项', fits: (value) => typeof value === 'string' && value.length > 0, says: '数值应为选项的名称' },
  month: {
    label: '月份',
    fits: (value) => typeof value === 'string' && isCivilMonth(value),
    says: '数值应为月份,例如 "2026-12"',
  },
  table: {
    label: '表',
    fits: (value) => typeof value === 'object' && value !== null,
    says: '数值应为 JSON 列表或对象',
  },
};
