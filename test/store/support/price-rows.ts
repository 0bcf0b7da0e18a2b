import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/client';

const at = new Date('2022-09-20T02:00:00Z');

/** One row of each table of price linkage and one-off subsidies. */
export const filePriceLinkage = async (tx: Tx): Promise<void> => {
  const entered = () => ({ id: randomUUID(), makerId: randomUUID(), createdAt: at });
  await tx.priceIndex.create({
    data: { ...entered(), division: '5305', month: '2022-08', cpi: '3.0', source: '测试', publishedOn: '2022-09-09' },
  });
  await tx.priceLinkageStart.create({
    data: { ...entered(), division: '5305', month: '2022-08', orderNumber: randomUUID(), orderDate: '2022-09-15' },
  });
  await tx.oneOffPlan.create({
    data: { ...entered(), division: '5305', title: '测试', orderNumber: '测试', cutOffMonth: '2022-06', amounts: {} },
  });
};
