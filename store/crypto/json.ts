/** Whole numbers beyond JSON's own travel as `{"$bigint": "…"}`, so that fen stay fen. */
const MARK = '$bigint';

const isMarked = (value: unknown): value is { readonly [MARK]: string } =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 1 &&
  typeof (value as Record<string, unknown>)[MARK] === 'string';

export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? { [MARK]: inner.toString() } : inner));

export const fromJson = (text: string): unknown =>
  JSON.parse(text, (_key, inner: unknown) => (isMarked(inner) ? BigInt(inner[MARK]) : inner));

/** The same text for the same content, whatever the order of its keys: what hashes are made of. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return inner.toString();
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
