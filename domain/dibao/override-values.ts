import { isYuan } from '../money';
import { isDecimal } from '../rational';

export const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** A yuan amount in any of the usual spellings: 1200, "1200.5", "1,200元". Undefined when it is none. */
export const yuanText = (raw: unknown): string | undefined => {
  if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
  const text = String(raw)
    .trim()
    .replace(/^[¥¥]/, '')
    .replace(/元$/, '')
    .replace(/[,,\s]/g, '');
  return isYuan(text) ? text : undefined;
};

export const amount = (raw: unknown): string | undefined => {
  const text = yuanText(raw);
  return text === undefined || text.startsWith('-') ? undefined : text;
};

export const ratio = (raw: unknown): string | undefined => {
  const text = typeof raw === 'number' || typeof raw === 'string' ? String(raw).trim() : '';
  return isDecimal(text) && !text.startsWith('-') ? text : undefined;
};
