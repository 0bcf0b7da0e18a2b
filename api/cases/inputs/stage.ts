import { z } from 'zod';
import { CivilDate, Count, Id, Reason, Signature, Text, TwoInvestigators } from './common';
import { DisputeAnswers, visitInput } from './visit';

const none = z.strictObject({});
const opinion = z.strictObject({ opinion: Text('意见').optional() });
const ground = z.strictObject({
  ground: z.enum(
    [
      'notOurArea',
      'notInScope',
      'incomplete',
      'refusedAuthorisation',
      'refusedInvestigation',
      'falseStatement',
      'other',
    ],
    { error: '请选择理由' },
  ),
  reason: Reason,
});

/** What the actions of the stages take with them, by input kind. */
export const stageInputs = {
  none,
  opinion,
  ground,
  reason: z.strictObject({ reason: Reason }),
  missingPapers: z.strictObject({
    items: z
      .array(z.strictObject({ paper: Text('材料名称', 100), why: Text('补正要求', 300) }), { error: '请列出待补材料' })
      .min(1, { error: '请一次列出全部待补材料' }),
  }),
  supplement: z.strictObject({ note: Text('说明').optional(), documentIds: z.array(Id).default([]) }),
  acceptance: z.strictObject({
    opinion: Text('意见').optional(),
    mustAuthorise: z.array(Id, { error: '请列出应签授权的成年人' }).optional(),
  }),
  forwarding: z.strictObject({
    division: z
      .string({ error: '请填写转往的地区代码' })
      .regex(/^\d{9}(\d{3})?$/, { error: '地区代码须为9位(乡镇)或12位(村)' }),
    reason: Reason,
  }),
  assignment: z
    .strictObject({
      staffId: Id.optional(),
      toCounty: z.boolean({ error: '请注明是否提级到县级办理' }).default(false),
      reason: Reason,
    })
    .refine((given) => given.toCounty !== (given.staffId !== undefined), {
      error: '请选择经办人;乡镇无人可办的,选择提级到县级办理(不再选经办人)',
      path: ['staffId'],
    }),
  authorisation: z.strictObject({
    signatures: z
      .array(
        Signature.refine((signed) => signed.personId !== undefined, {
          error: '请选择签字的家庭成员',
          path: ['personId'],
        }),
      )
      .min(1, { error: '请登记至少一人的授权' }),
    signedOn: CivilDate,
  }),
  investigators: z.strictObject({ investigators: TwoInvestigators, plannedOn: CivilDate.optional() }),
  visit: visitInput,
  neighbourVisit: z.strictObject({
    visitedOn: CivilDate,
    investigators: TwoInvestigators,
    neighbours: Count('走访户数').min(1, { error: '请至少走访一户' }),
    findings: Text('走访情况', 4000),
  }),
  dataCheckRequest: z.strictObject({
    sources: z
      .array(
        z.enum(
          [
            'hukou',
            'tax',
            'socialInsurance',
            'realEstate',
            'company',
            'housingFund',
            'vehicle',
            'bank',
            'commercialInsurance',
            'securities',
            'internetFinance',
            'funeral',
            'marriage',
          ],
          { error: '核对项目不在清单内' },
        ),
      )
      .min(1, { error: '请至少选择一项核对项目' }),
  }),
  dataCheckResult: z.strictObject({
    outcome: z.enum(['consistent', 'inconsistent'], { error: '请选择核对结果' }),
    findings: Text('核对情况', 4000),
    checkedOn: CivilDate.optional(),
  }),
  dispute: z.strictObject({ reason: Reason, documentIds: z.array(Id).default([]) }),
  extension: z.strictObject({
    ground: z.enum(['objection', 'separatedResidence', 'otherPlace', 'hardToVerify'], {
      error: '延长理由须为:公示异议、人户分离、异地申办、家庭经济状况难以核查',
    }),
    reason: Reason,
  }),
  proposal: z.strictObject({
    kind: z.enum(['confirm', 'singlePerson', 'refuse'], { error: '请选择建议:整户纳入、单人户纳入或不予确认' }),
    beneficiaryId: Id.optional(),
    ruralClass: z.enum(['A', 'B', 'C']).optional(),
    reason: Reason,
    disputeAnswers: DisputeAnswers,
  }),
  posting: z.strictObject({ place: Text('张榜地点', 200), postedOn: CivilDate.optional(), photoId: Id }),
  document: z.strictObject({ documentId: Id }),
  objection: z.strictObject({
    what: Text('异议内容', 2000),
    by: Text('异议人', 60).optional(),
    phone: Text('联系电话', 30).optional(),
  }),
  appraisal: z
    .strictObject({
      heldOn: CivilDate,
      attendance: Count('到会人数').min(3, { error: '到会人数过少' }),
      votesFor: Count('赞成票'),
      votesAgainst: Count('反对票'),
      abstained: Count('弃权票').default(0),
      conclusion: Text('评议结论', 2000),
      documentIds: z.array(Id).default([]),
    })
    .refine((vote) => vote.votesFor + vote.votesAgainst + vote.abstained <= vote.attendance, {
      error: '票数合计不能多于到会人数',
      path: ['attendance'],
    }),
  countyVisit: z.strictObject({
    visitedOn: CivilDate,
    investigators: TwoInvestigators,
    findings: Text('入户情况', 4000),
    photoIds: z.array(Id).default([]),
  }),
  returning: z.strictObject({
    to: z.enum(['reviewing', 'publicised', 'proposed', 'investigating'], { error: '请选择退回到哪个环节' }),
    reason: Reason,
    todo: Text('要求', 1000),
  }),
  refusal: z.strictObject({ reason: Reason }),
  delivery: z.strictObject({
    letterId: Id,
    deliveredOn: CivilDate,
    manner: z.enum(['inPerson', 'left', 'mail', 'notice', 'electronic'], { error: '请选择送达方式' }),
    receiver: Text('签收人', 60).optional(),
    documentId: Id.optional(),
  }),
  withdrawal: z.strictObject({ reason: Reason, writtenOn: CivilDate, documentId: Id.optional() }),
} as const;
