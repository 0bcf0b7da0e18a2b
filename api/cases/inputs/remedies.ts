import { z } from 'zod';
import { CivilDate, Count, Id, Reason, Text } from './common';

const Division = z
  .string({ error: '请选择迁入的乡镇(街道)或村' })
  .regex(/^\d{9}(\d{3})?$/, { error: '地区代码须为9位(乡镇)或12位(村)' });

const offer = {
  offeredOn: CivilDate,
  employer: Text('用人单位', 200),
  work: Text('岗位和待遇', 500),
  refusedOn: CivilDate,
  goodReason: z.boolean({ error: '请认定是否有正当理由' }),
  reason: Reason,
};

/** Transfer, refusal of work, reconsideration, emergencies and samples, by input kind. */
export const remedyInputs = {
  transferRequest: z.strictObject({
    division: Division,
    area: z.enum(['urban', 'rural'], { error: '请选择迁入地是城市还是农村' }).optional(),
    reason: Reason,
  }),
  workRefusalReport: z.strictObject({ personId: Id, ...offer }),
  workRefusalRecord: z.strictObject(offer),
  reconsiderationFiling: z.strictObject({
    letterId: Id,
    venue: z.enum(['reconsideration', 'suit'], { error: '请选择行政复议或行政诉讼' }),
    filedOn: CivilDate,
    receivedOn: CivilDate,
    body: Text('复议机关或人民法院', 100),
    claim: Text('请求事项', 2000),
    excuse: Text('逾期的正当理由', 500).optional(),
  }),
  defence: z.strictObject({ answer: Text('答复或答辩要点', 4000), documentIds: z.array(Id).default([]) }),
  suitFiling: z.strictObject({
    filedOn: CivilDate,
    receivedOn: CivilDate,
    body: Text('人民法院', 100),
    claim: Text('请求事项', 2000),
  }),
  remedyOutcome: z.strictObject({
    outcome: z.enum(['upheld', 'restore', 'redo'], { error: '请选择结果' }),
    decidedOn: CivilDate,
    receivedOn: CivilDate,
    documentNumber: Text('文书号', 100),
    reason: Reason,
    documentId: Id.optional(),
  }),
  emergencyReport: z.strictObject({
    need: z.enum(['accident', 'illness', 'livelihood', 'shelter', 'other'], { error: '请选择急难情形' }),
    what: Text('急难情形', 2000),
    peopleAtRisk: Count('涉及人数').optional(),
    phone: Text('联系电话', 30).optional(),
  }),
  emergencyHandOver: z
    .strictObject({
      office: Text('接办单位', 100),
      temporaryCaseId: Id.optional(),
      temporaryCaseNumber: Text('临时救助受理编号', 60).optional(),
      note: Text('对接情况', 1000).optional(),
    })
    .refine((given) => given.temporaryCaseId !== undefined || given.temporaryCaseNumber !== undefined, {
      error: '请填写临时救助受理编号',
      path: ['temporaryCaseNumber'],
    }),
  sampleDraw: z.strictObject({
    month: z.string().regex(/^\d{4}-\d{2}$/, { error: '月份请写成2022-07' }),
    seed: Text('种子', 60),
    rank: Count('序号'),
    population: Count('总数'),
  }),
  sampleResult: z.strictObject({
    outcome: z.enum(['correct', 'flawed', 'wrong'], { error: '请选择抽查结果' }),
    findings: Text('抽查情况', 4000),
    documentIds: z.array(Id).default([]),
  }),
} as const;
