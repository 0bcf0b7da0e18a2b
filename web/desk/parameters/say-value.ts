import { choiceWords } from './choice-words';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A parameter's value for a person: numbers with their unit, switches as words, lists joined. */
export const sayValue = (value: unknown, unit: string): string => {
  if (value === true) return '是';
  if (value === false) return '否';
  if (Array.isArray(value)) return value.map((one) => sayValue(one, '')).join('、');
  if (isRecord(value))
    return Object.entries(value)
      .map(([name, one]) => `${name}:${sayValue(one, '')}`)
      .join(',');
  const word = choiceWords[String(value)];
  if (word) return word;
  return `${String(value)}${/^-?[\d.]+$/.test(String(value)) ? unit : ''}`;
};
