import { z } from 'zod';
import { yuanFromFen } from '../../../domain/money';
import type { Assessment, Decision } from '../../../generated/prisma/client';
import type { FieldCipher } from '../../../store/crypto';
import { AssessmentView } from '../../assessments/view';
import { decisionLabel } from './decisions';

export const FrozenAssessment = z
  .object({
    id: z.uuid(),
    on: z.string().meta({ description: '核算日期' }),
    frozenAt: z.iso.datetime(),
    eligibility: z.string(),
    monthly: z.string(),
    decision: z
      .object({ kind: z.string(), label: z.string(), decidedOn: z.string() })
      .nullable()
      .meta({ description: '据此作出的决定' }),
    /** What was frozen years ago may be told in other words than today's. */
    explained: AssessmentView.or(z.record(z.string(), z.unknown())).meta({
      description: '当时的逐项说明,写成后不再改动',
    }),
  })
  .meta({ id: 'FrozenAssessment' });

type Decided = Pick<Decision, 'kind' | 'decidedOn'>;

export const frozenAssessment = (
  cipher: FieldCipher,
  row: Assessment,
  decision?: Decided,
): z.input<typeof FrozenAssessment> => {
  const { explained } = cipher.openJson('assessment', 'result_enc', row.id, row.resultEnc) as {
    readonly explained: Record<string, unknown>;
  };
  return {
    id: row.id,
    on: row.onDate,
    frozenAt: row.frozenAt.toISOString(),
    eligibility: row.eligibility,
    monthly: yuanFromFen(row.monthlyFen),
    decision: decision
      ? { kind: decision.kind, label: decisionLabel(decision.kind), decidedOn: decision.decidedOn }
      : null,
    explained,
  };
};
