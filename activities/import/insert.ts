import type { Prisma } from '../../generated/prisma/client';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** As jsonb reads it back into the column: bytes as hexadecimal, whole numbers as text, instants as ISO. */
const cell = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  return typeof value === 'bigint' ? value.toString() : value;
};

/**
 * All rows of a table in one statement: an import writes hundreds of thousands. Rows have the same keys, those of the
 * Prisma model; what they leave out takes the column's default.
 */
export const insertRows = async (
  tx: Prisma.TransactionClient,
  table: string,
  rows: readonly object[],
): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((key) => `"${snake(key)}"`)
    .join(', ');
  const data = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), cell(value)])),
  );
  await tx.$executeRawUnsafe(
    `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
    JSON.stringify(data),
  );
};
