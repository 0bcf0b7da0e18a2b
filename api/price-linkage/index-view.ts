import { z } from 'zod';
import type { PriceIndex } from '../../generated/prisma/client';
import { nameOf } from '../../domain/divisions';
import { EntryState } from '../rulebook/entries';

export const PriceIndexView = z
  .object({
    id: z.uuid(),
    division: z.string(),
    divisionName: z.string(),
    month: z.string(),
    cpi: z.string(),
    foodCpi: z.string().nullable(),
    scpi: z.string().nullable(),
    source: z.string(),
    publishedOn: z.string(),
    state: EntryState,
    makerId: z.uuid(),
    checkerId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    checkedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PriceIndex' });

export const indexView = (row: PriceIndex): z.output<typeof PriceIndexView> => ({
  ...row,
  divisionName: nameOf(row.division),
  state: EntryState.parse(row.state),
  createdAt: row.createdAt.toISOString(),
  checkedAt: row.checkedAt?.toISOString() ?? null,
});

export const exampleIndex = {
  id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c11',
  division: '5305',
  divisionName: '保山市',
  month: '2022-08',
  cpi: '3.0',
  foodCpi: '6.1',
  scpi: null,
  source: '国家统计局云南调查总队',
  publishedOn: '2022-09-09',
  state: 'proposed' as const,
  makerId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  checkerId: null,
  createdAt: '2022-09-10T02:00:00.000Z',
  checkedAt: null,
};
