import { z } from 'zod';
import { pathOf } from '../../domain/divisions';
import { tableOf } from '../../domain/lifecycle/programmes';
import { markColumns, type Marks } from '../cases/list/marks';

/** What each row of a queue says of its case. */
export const ofCase = {
  caseId: z.uuid(),
  number: z.string(),
  applicantName: z.string(),
  programme: z.string(),
  division: z.string(),
  divisionPath: z.string(),
  stage: z.object({ id: z.string(), label: z.string() }),
  emergency: z.boolean().meta({ description: '有急难转办尚未办结' }),
  forcedVisit: z.boolean().meta({ description: '县级必须入户' }),
};

type OfCase = z.input<z.ZodObject<typeof ofCase>>;

/** Of a statement with "case" c. */
export const caseColumns = `c.id as "caseId", c.number, c.applicant_name as "applicantName", c.programme, c.division, c.stage,
  ${markColumns}`;

export interface CaseColumns extends Marks {
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly programme: string;
  readonly division: string;
  readonly stage: string;
}

export const caseOf = ({ marks, caseId, number, applicantName, programme, division, stage }: CaseColumns): OfCase => ({
  caseId,
  number,
  applicantName,
  programme,
  division,
  divisionPath: pathOf(division),
  stage: { id: stage, label: tableOf(programme)[stage]?.label ?? stage },
  ...marks,
});

export const exampleOfCase: OfCase = {
  caseId: '5f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c10',
  number: '530581-2022-000123',
  applicantName: '甲示例',
  programme: 'dibao',
  division: '530581001000',
  divisionPath: '云南省保山市腾冲市腾越街道',
  stage: { id: 'submitted', label: '待审查材料' },
  emergency: false,
  forcedVisit: false,
};
