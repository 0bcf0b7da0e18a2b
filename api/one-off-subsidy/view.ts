import { z } from 'zod';
import type { OneOffPlan } from '../../generated/prisma/client';
import { nameOf } from '../../domain/divisions';
import { yuanFromFen, type Fen } from '../../domain/money';
import { oneOffClasses, oneOffNames, type OneOffClass } from '../../domain/one-off-subsidy/classes';
import { EntryState } from '../rulebook/entries';

export const OneOffPlanView = z
  .object({
    id: z.uuid(),
    title: z.string(),
    division: z.string(),
    divisionName: z.string(),
    orderNumber: z.string(),
    cutOffMonth: z.string(),
    amounts: z.array(z.object({ class: z.string(), label: z.string(), amount: z.string() })),
    state: EntryState,
    makerId: z.uuid(),
    checkerId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    checkedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OneOffPlan' });

const Stored = z.record(z.string(), z.string());

/** The amounts frozen in a plan. */
export const planAmounts = ({ amounts }: Pick<OneOffPlan, 'amounts'>): ReadonlyMap<OneOffClass, Fen> => {
  const stored = Stored.parse(amounts);
  return new Map(
    oneOffNames.flatMap((name) => (stored[name] === undefined ? [] : [[name, BigInt(stored[name])] as const])),
  );
};

export const planView = (row: OneOffPlan): z.output<typeof OneOffPlanView> => ({
  id: row.id,
  title: row.title,
  division: row.division,
  divisionName: nameOf(row.division),
  orderNumber: row.orderNumber,
  cutOffMonth: row.cutOffMonth,
  amounts: [...planAmounts(row)].map(([name, fen]) => ({
    class: name,
    label: oneOffClasses[name].label,
    amount: yuanFromFen(fen),
  })),
  state: EntryState.parse(row.state),
  makerId: row.makerId,
  checkerId: row.checkerId,
  createdAt: row.createdAt.toISOString(),
  checkedAt: row.checkedAt?.toISOString() ?? null,
});

export const examplePlan = {
  id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c13',
  title: '2022年一次性生活补贴',
  division: '53',
  divisionName: '云南省',
  orderNumber: '测试文件〔2022〕8号',
  cutOffMonth: '2022-06',
  amounts: [{ class: 'dibaoUrban', label: '城市低保对象', amount: '300.00' }],
  state: 'proposed' as const,
  makerId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  checkerId: null,
  createdAt: '2022-07-02T02:00:00.000Z',
  checkedAt: null,
};
