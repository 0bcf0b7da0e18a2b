import { z } from 'zod';
import type { PriceLinkageStart } from '../../generated/prisma/client';
import { nameOf } from '../../domain/divisions';
import { EntryState } from '../rulebook/entries';

export const PriceLinkageStartView = z
  .object({
    id: z.uuid(),
    division: z.string(),
    divisionName: z.string(),
    month: z.string(),
    orderNumber: z.string(),
    orderDate: z.string(),
    state: EntryState,
    makerId: z.uuid(),
    checkerId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    checkedAt: z.iso.datetime().nullable(),
    paidOn: z.string().nullable(),
  })
  .meta({ id: 'PriceLinkageStart' });

export const startView = (row: PriceLinkageStart): z.output<typeof PriceLinkageStartView> => ({
  ...row,
  divisionName: nameOf(row.division),
  state: EntryState.parse(row.state),
  createdAt: row.createdAt.toISOString(),
  checkedAt: row.checkedAt?.toISOString() ?? null,
});

export const exampleStart = {
  id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c12',
  division: '5305',
  divisionName: '保山市',
  month: '2022-08',
  orderNumber: '测试文件〔2022〕9号',
  orderDate: '2022-09-15',
  state: 'proposed' as const,
  makerId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  checkerId: null,
  createdAt: '2022-09-16T02:00:00.000Z',
  checkedAt: null,
  paidOn: null,
};
