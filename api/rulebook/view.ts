import { z } from 'zod';
import type { Tx } from '../deps';
import { EntryState } from './entries';

/** Who entered and who checked: the same for a value, a year and local days. */
export const checkedFields = {
  state: EntryState,
  makerId: z.uuid(),
  makerName: z.string().meta({ description: '录入人' }),
  checkerId: z.uuid().nullable(),
  checkerName: z.string().nullable().meta({ description: '复核人' }),
  createdAt: z.iso.datetime(),
  checkedAt: z.iso.datetime().nullable(),
};

type Checked = z.output<z.ZodObject<typeof checkedFields>>;

interface Entry {
  readonly state: string;
  readonly makerId: string;
  readonly checkerId: string | null;
  readonly createdAt: Date;
  readonly checkedAt: Date | null;
}

type Names = ReadonlyMap<string, string>;

export const checkedView = ({ state, makerId, checkerId, createdAt, checkedAt }: Entry, names: Names): Checked => ({
  state: EntryState.parse(state),
  makerId,
  makerName: names.get(makerId) ?? '',
  checkerId,
  checkerName: checkerId === null ? null : (names.get(checkerId) ?? ''),
  createdAt: createdAt.toISOString(),
  checkedAt: checkedAt?.toISOString() ?? null,
});

/** The names of makers and checkers of entries, in one question. */
export const namesOf = async (tx: Tx, entries: readonly Entry[]): Promise<Names> => {
  const ids = [...new Set(entries.flatMap(({ makerId, checkerId }) => [makerId, checkerId ?? []].flat()))];
  const rows = await tx.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export const exampleChecked = {
  state: 'proposed' as const,
  makerId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  makerName: '示例管理员',
  checkerId: null,
  checkerName: null,
  createdAt: '2025-07-02T02:00:00.000Z',
  checkedAt: null,
};
