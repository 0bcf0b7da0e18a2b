import { maskIdNumber, maskPhone } from '../../../domain/mask';

/** Who wrote in with these left a number to be called back at. */
const toCallBack: ReadonlySet<string> = new Set(['objection', 'complaint']);

const masks: Readonly<Record<string, (text: string) => string>> = { idNumber: maskIdNumber, phone: maskPhone };

const masked = (value: unknown, hidden: readonly string[], name = ''): unknown => {
  if (Array.isArray(value)) return value.map((one) => masked(one, hidden, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one, hidden, key)]));
  return typeof value === 'string' && hidden.includes(name) ? (masks[name]?.(value) ?? value) : value;
};

/** What was entered, without the numbers of the members: these are shown one by one, on request (readIdentity). */
export const maskInput = (kind: string, input: unknown): unknown =>
  masked(input, toCallBack.has(kind) ? ['idNumber'] : Object.keys(masks));
