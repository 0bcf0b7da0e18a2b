import { z } from 'zod';
import { factKinds } from '../../../store/cases/facts';
import type { DatedFact } from '../../../store/cases/facts-as-of';

export const FactView = z
  .object({
    id: z.uuid(),
    kind: z.enum(factKinds),
    personId: z.uuid().nullable(),
    content: z.unknown().meta({ description: '一项收入、支出、财产、赡养或成员情况,结构同试算' }),
    evidenceId: z.uuid().nullable(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
    recordedAt: z.iso.datetime(),
    supersededAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Fact' });

export const factView = (fact: DatedFact): z.input<typeof FactView> => ({
  id: fact.id,
  kind: fact.kind,
  personId: fact.personId,
  content: fact.content,
  evidenceId: fact.evidenceId,
  validFrom: fact.validFrom,
  validTo: fact.validTo,
  recordedAt: fact.recordedAt.toISOString(),
  supersededAt: fact.supersededAt?.toISOString() ?? null,
});

export const exampleFact: z.input<typeof FactView> = {
  id: '5e6f7182-93a4-5bde-8f30-4a5b6c7d8e9f',
  kind: 'income',
  personId: '7a1c2b3d-4e5f-5a6b-8c7d-9e0f1a2b3c4d',
  content: { kind: 'wage', amount: '900', per: 'month', member: '7a1c2b3d-4e5f-5a6b-8c7d-9e0f1a2b3c4d' },
  evidenceId: null,
  validFrom: '2022-08-01',
  validTo: null,
  recordedAt: '2022-08-01T02:00:00.000Z',
  supersededAt: null,
};
