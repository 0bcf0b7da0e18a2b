import { AppError } from '../domain/errors';

/** The place where a page ended: the sort keys of its last row. Opaque to callers, and nothing secret is in it. */
export type Place = readonly (string | number | null)[];

export const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');

/** @throws AppError invalidInput */
export const placeOf = (cursor: string, length: number): Place => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(place) &&
      place.length === length &&
      place.every((part) => part === null || ['string', 'number'].includes(typeof part));
    if (fits) return place as Place;
  } catch {
    // Told below like any other cursor that is none of ours.
  }
  const message = 'cursor 不对,请用上一页答复中的 next,或从第一页重新查询';
  throw new AppError('invalidInput', `填写有误:${message}`, { fields: [{ path: 'cursor', message }] });
};

/** One row more than the page was read: whether there is a next page, without counting. */
export const paged = <Row>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => Place,
): { readonly items: readonly Row[]; readonly next: string | null } => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(place(last)) : null };
};

/** Collects conditions and their values for one parameterised statement of plain SQL. */
export const createConditions = () => {
  const values: unknown[] = [];
  const parts: string[] = [];
  return {
    /** `$$` stands for the value. */
    add(sql: string, value: unknown): void {
      values.push(value);
      parts.push(sql.replaceAll('$$', `$${values.length}`));
    },
    plain: (sql: string): void => void parts.push(sql),
    /** The number of a further value, outside the conditions. */
    value(value: unknown): string {
      values.push(value);
      return `$${values.length}`;
    },
    where: (): string => (parts.length === 0 ? 'true' : parts.join(' and ')),
    values,
  };
};

export type Conditions = ReturnType<typeof createConditions>;
