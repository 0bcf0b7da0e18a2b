import { isAmount } from '../../shared/format/money';
import type { FactContent, FactField } from './fields';

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Sentence by field name for what is missing or no amount. */
export const checkFact = (fields: readonly FactField[], content: FactContent): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ name, label, type, required }) => {
      const value = content[name];
      if (isBlank(value))
        return required ? [[name, `${type === 'choice' || type === 'member' ? '请选择' : '请填写'}${label}`]] : [];
      if (type === 'yuan' && !isAmount(String(value))) return [[name, `${label}应为不小于零的数字,最多两位小数`]];
      return [];
    }),
  );

export const withoutBlanks = (content: FactContent): FactContent =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => !isBlank(value)));
