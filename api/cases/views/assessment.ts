import { z } from 'zod';
import { yuanFromFen } from '../../../domain/money';
import type { Assessment } from '../../../generated/prisma/client';
import type { FieldCipher } from '../../../store/crypto';
import { AssessmentView } from '../../assessments/view';

export const FrozenAssessment = z
  .object({
    id: z.uuid(),
    on: z.string().meta({ description: '核算日期' }),
    frozenAt: z.iso.datetime(),
    eligibility: z.string(),
    monthly: z.string(),
    /** What was frozen years ago may be told in other words than today's. */
    explained: AssessmentView.or(z.record(z.string(), z.unknown())).meta({
      description: '当时的逐项说明,写成后不再改动',
    }),
  })
  .meta({ id: 'FrozenAssessment' });

export const frozenAssessment = (cipher: FieldCipher, row: Assessment): z.input<typeof FrozenAssessment> => {
  const { explained } = cipher.openJson('assessment', 'result_enc', row.id, row.resultEnc) as {
    readonly explained: Record<string, unknown>;
  };
  return {
    id: row.id,
    on: row.onDate,
    frozenAt: row.frozenAt.toISOString(),
    eligibility: row.eligibility,
    monthly: yuanFromFen(row.monthlyFen),
    explained,
  };
};
