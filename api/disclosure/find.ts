import { z } from 'zod';
import { AppError } from '../../domain/errors';
import type { DisclosureItem } from '../../domain/disclosure/items';
import type { DisclosurePart } from '../../domain/disclosure/table';
import type { Disclosure } from '../../generated/prisma/client';
import { ledgerSums } from '../../store/disclosure/compute';
import type { Tx } from '../deps';
import { id } from '../fields';
import { disclosureView } from './view';

export const disclosureParams = z.strictObject({ disclosureId: id('公开表') });

/** @throws AppError notFound */
export const findDisclosure = async (tx: Tx, disclosureId: string): Promise<Disclosure> => {
  const row = await tx.disclosure.findUnique({ where: { id: disclosureId } });
  if (!row) throw new AppError('notFound', '没有找到这份公开表,可能不在您的辖区内');
  return row;
};

export const partsOf = (tx: Tx, disclosureId: string): Promise<DisclosurePart[]> =>
  tx.disclosureRow.findMany({
    where: { disclosureId },
    orderBy: [{ township: 'asc' }, { programme: 'asc' }, { class: 'asc' }],
    omit: { disclosureId: true },
  });

export const viewOf = async (tx: Tx, row: Disclosure) => {
  const { county, month, item } = row;
  const ledger = await ledgerSums(tx, { county, month, item: item as DisclosureItem });
  return disclosureView(row, await partsOf(tx, row.id), ledger);
};
