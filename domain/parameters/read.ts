import { AppError } from '../errors';
import { fenFromYuan, type Fen } from '../money';
import type { Parameters, Query, Resolved } from './resolve';

/** An exact ratio; "0.75" is 75/100 in lowest terms. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const unreadable = ({ id, title, value }: Resolved, wanted: string): AppError =>
  new AppError('parameterInvalid', `参数“${title}”的数值应为${wanted},请管理员更正`, { parameter: id, value });

/** Fen of a yuan value, per whatever period the unit names. @throws AppError parameterInvalid */
export const fenOf = (resolved: Resolved): Fen => {
  if (typeof resolved.value !== 'string') throw unreadable(resolved, '金额');
  return fenFromYuan(resolved.value);
};

export const integerOf = (resolved: Resolved): number => {
  if (typeof resolved.value !== 'number' || !Number.isSafeInteger(resolved.value)) throw unreadable(resolved, '整数');
  return resolved.value;
};

export const booleanOf = (resolved: Resolved): boolean => {
  if (typeof resolved.value !== 'boolean') throw unreadable(resolved, '是或否');
  return resolved.value;
};

export const choiceOf = (resolved: Resolved): string => {
  if (typeof resolved.value !== 'string') throw unreadable(resolved, '选项');
  return resolved.value;
};

export const integersOf = (resolved: Resolved): readonly number[] => {
  const { value } = resolved;
  if (!Array.isArray(value) || !value.every((item): item is number => Number.isSafeInteger(item)))
    throw unreadable(resolved, '整数列表');
  return value;
};

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

export const textsOf = (resolved: Resolved): readonly string[] => {
  if (!isTexts(resolved.value)) throw unreadable(resolved, '文字列表');
  return resolved.value;
};

export const pairsOf = (resolved: Resolved): readonly (readonly [string, string])[] => {
  const { value } = resolved;
  const isPair = (item: unknown): item is readonly [string, string] => isTexts(item) && item.length === 2;
  if (!Array.isArray(value) || !value.every(isPair)) throw unreadable(resolved, '成对的列表');
  return value;
};

const DECIMAL = /^(\d{1,12})(?:\.(\d{1,12}))?$/;

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));

export const ratioOf = (resolved: Resolved): Ratio => {
  const match = typeof resolved.value === 'string' ? DECIMAL.exec(resolved.value) : null;
  if (!match) throw unreadable(resolved, '小数');
  const decimals = match[2] ?? '';
  const numerator = BigInt(match[1]! + decimals);
  const denominator = 10n ** BigInt(decimals.length);
  const common = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / common, denominator: denominator / common };
};

/** Like `find`, and undefined too where no such parameter exists at all. */
export const findKnown = (parameters: Parameters, id: string, query: Query): Resolved | undefined =>
  parameters.all.some((parameter) => parameter.id === id) ? parameters.find(id, query) : undefined;
