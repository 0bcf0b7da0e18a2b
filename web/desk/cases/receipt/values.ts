import { showYuan } from '../../../shared/format/money';
import { eligibilityWords } from '../names';

const units: Readonly<Record<string, string>> = { persons: '人', months: '个月' };

/** A value of an explanation in words: 「1,200.00元」, 「3人」, 「是」. */
export const sayValue = (value: string | number | boolean, unit: string): string => {
  if (unit === 'yuan') return showYuan(String(value));
  if (unit === 'eligibility') return eligibilityWords[String(value)] ?? String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return `${value}${units[unit] ?? ''}`;
};
