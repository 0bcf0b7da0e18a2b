import { z } from 'zod';

export const Officer = z
  .object({ id: z.uuid(), name: z.string(), roleLabel: z.string() })
  .meta({ id: 'Officer', description: '能办的人' });

const Holder = z
  .object({
    roleLabel: z.string(),
    todo: z.string().nullable(),
    people: z.array(Officer).meta({ description: '这一岗位上现在能往下办的人' }),
  })
  .meta({ id: 'Holder', description: '轮到谁办' });

export const ActionView = z
  .object({
    owner: z.string().meta({ description: 'stage 或事项编号' }),
    action: z.string(),
    says: z.string().meta({ description: '按钮文字' }),
    needs: z.string().meta({ description: '所需填写内容的种类,结构见 /api/v1/lifecycle/{programme}' }),
    targets: z.array(z.string()),
    expectedVersion: z.int(),
    possible: z.boolean(),
    reasons: z.array(z.string()).meta({ description: '现在不能办理的原因和怎么办' }),
    people: z.array(Officer).meta({ description: '本人不能办时,现在能办的人' }),
  })
  .meta({ id: 'ActionNow', description: '现在的环节和事项上的操作:能办,或为什么不能' });

export const DeadlineView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    label: z.string(),
    right: z.boolean().meta({ description: '申请人自己的期限(复议、诉讼):届满不是机关超期' }),
    owner: z.string(),
    dueAt: z.iso.datetime().nullable().meta({ description: '到期时刻;日历未发布时为空' }),
    promisedAt: z.iso.datetime().nullable().meta({ description: '承诺时限' }),
    daysLeft: z.int().nullable().meta({ description: '剩余天数,逾期为负数' }),
    state: z.enum(['running', 'late', 'unpublished', 'met', 'metLate', 'ended']),
    explanation: z.string(),
    clause: z.string(),
    waitingFor: z.string().nullable().meta({ description: '正在等谁做什么;等待不停止计时' }),
  })
  .meta({ id: 'Deadline' });

export const MatterView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    label: z.string(),
    step: z.string(),
    stepLabel: z.string(),
    version: z.int(),
    personId: z.uuid().nullable(),
    openedAt: z.iso.datetime(),
    holder: Holder.nullable(),
  })
  .meta({ id: 'Matter', description: '未办结的事项' });

export const MemberView = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    relation: z.string(),
    age: z.int(),
    sex: z.string(),
    applicant: z.boolean(),
    beneficiary: z.boolean(),
    mustAuthorise: z.boolean(),
    authorised: z.boolean(),
    idNumberMasked: z.string().nullable(),
    diedOn: z.string().nullable(),
    leftOn: z.string().nullable(),
    leftBecause: z.string().nullable(),
  })
  .meta({ id: 'CaseMember' });

export const CaseView = z
  .object({
    id: z.uuid(),
    number: z.string(),
    programme: z.string(),
    programmeLabel: z.string(),
    division: z.string(),
    divisionPath: z.string(),
    area: z.string(),
    route: z.string(),
    applicantName: z.string(),
    memberCount: z.int(),
    stage: z.object({ id: z.string(), label: z.string(), since: z.iso.datetime(), version: z.int() }),
    way: z
      .array(z.object({ id: z.string(), label: z.string(), since: z.iso.datetime() }))
      .meta({ description: '走过的环节,从先到后,最后是现在的' }),
    progress: z
      .array(z.object({ id: z.string(), label: z.string(), done: z.boolean(), says: z.string() }))
      .meta({ description: '现在的环节由哪些事组成,各到哪一步' }),
    holder: Holder.nullable(),
    factsOpen: z.boolean().meta({ description: '现在可以登记、更正家庭情况' }),
    provinceStage: z.string().nullable().meta({ description: '省系统的环节名称' }),
    authority: z.enum(['county', 'township']),
    beneficiaryScope: z.string(),
    monthly: z.string().meta({ description: '现在每月金额(元)' }),
    submittedAt: z.iso.datetime(),
    acceptedOn: z.string().nullable(),
    decidedOn: z.string().nullable(),
    closedAt: z.iso.datetime().nullable(),
    deadlines: z.array(DeadlineView),
    matters: z.array(MatterView),
    members: z.array(MemberView),
    actions: z.array(ActionView),
    matterActions: z
      .array(z.object({ kind: z.string(), label: z.string(), says: z.string(), needs: z.string() }))
      .meta({ description: '现在可以登记的事项' }),
    relatives: z.array(
      z.object({ personId: z.uuid(), relativeName: z.string(), post: z.string(), relation: z.string() }),
    ),
    assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    linkedCaseId: z.uuid().nullable(),
    forcedVisit: z.array(z.enum(['relative', 'complaint'])).meta({ description: '县级必须入户的缘由' }),
    notes: z.array(z.string()).meta({ description: '登记时发现、请经办人核实的事' }),
    sequence: z.int(),
    registered: z.boolean().meta({ description: '流程引擎已经接手' }),
  })
  .meta({ id: 'Case' });

export type CaseAnswer = z.input<typeof CaseView>;

export const Accepted = z
  .object({ status: z.literal('accepted'), statusUrl: z.string() })
  .meta({ id: 'CommandAccepted', description: '已收下,正在办理;结果到 statusUrl 查询(状态 202)' });
