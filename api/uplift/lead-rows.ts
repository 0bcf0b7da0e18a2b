import type { z } from 'zod';
import { yuanFromFen } from '../../domain/money';
import type { UpliftLead } from '../../generated/prisma/client';
import type { Tx } from '../deps';
import { casesOf, caseView } from './case-rows';
import { leadOutcomes, type LeadOutcome, type UpliftLeadView } from './lead-view';

export const leadViews = async (tx: Tx, rows: readonly UpliftLead[]): Promise<z.input<typeof UpliftLeadView>[]> => {
  const known = await casesOf(
    tx,
    rows.map(({ caseId }) => caseId),
  );
  return rows.map((row) => {
    const outcome = row.outcome as LeadOutcome | null;
    return {
      ...caseView(row, known),
      amount: yuanFromFen(row.fen),
      createdAt: row.createdAt.toISOString(),
      outcome,
      outcomeLabel: outcome ? leadOutcomes[outcome] : null,
      note: row.note,
    };
  });
};
