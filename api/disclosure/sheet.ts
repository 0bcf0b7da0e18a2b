import { civilDateAt } from '../../domain/civil-date';
import { disclosureItems, type DisclosureItem } from '../../domain/disclosure/items';
import type { DisclosureSheet } from '../../domain/disclosure/paper';
import { nameOf } from '../../domain/divisions';
import type { Context } from '../context';
import { findDisclosure, partsOf } from './find';
import { sectionsOf } from './view';

/** The table as it leaves the system, on paper or as a workbook. */
export const readSheet = (context: Context, disclosureId: string): Promise<DisclosureSheet> =>
  context.scope(async (tx) => {
    const row = await findDisclosure(tx, disclosureId);
    const at = (row.checkedAt ?? row.createdAt).getTime();
    context.audit.detail('entryId', disclosureId);
    const draft = row.state === 'published' ? '' : '(未公开)';
    return {
      title: `${nameOf(row.county)}社会救助${disclosureItems[row.item as DisclosureItem]}发放情况${draft}`,
      office: `${nameOf(row.county)}民政局`,
      month: row.month,
      version: row.version,
      reason: row.reason,
      on: civilDateAt(at),
      createdAt: at,
      sections: sectionsOf(await partsOf(tx, disclosureId)),
    };
  });
