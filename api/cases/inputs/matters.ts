import { z } from 'zod';
import { ApplicationMember } from '../application/schema';
import { CivilDate, Id, Reason, Text } from './common';
import { DisputeAnswers } from './visit';

/** What the actions of the matters take with them, by input kind. */
export const matterInputs = {
  recheckOpening: z.strictObject({ reason: Reason }),
  recheckResult: z.strictObject({
    outcome: z.enum(['unchanged', 'change', 'stop'], { error: '请选择复核意见' }),
    reason: Reason,
  }),
  changeReport: z.strictObject({
    what: z.enum(['members', 'income', 'property', 'address', 'employment', 'jobLost', 'voluntary', 'other'], {
      error: '请选择变更事由',
    }),
    happenedOn: CivilDate,
    description: Text('变更情况', 2000),
    reportedBy: z
      .enum(['household', 'visit', 'alert', 'dynamics', 'recheck'], { error: '请选择来源' })
      .default('household'),
  }),
  memberIn: z.strictObject({
    member: ApplicationMember.omit({ ref: true }),
    joinedOn: CivilDate,
    because: z.enum(['birth', 'marriage', 'returned', 'other'], { error: '请选择增加原因' }),
  }),
  memberOut: z.strictObject({
    personId: Id,
    leftOn: CivilDate,
    because: z.enum(['marriage', 'divorce', 'movedOut', 'prison', 'missing', 'other'], { error: '请选择减少原因' }),
  }),
  reassessment: z.strictObject({
    opinion: Text('意见').optional(),
    ruralClass: z.enum(['A', 'B', 'C'], { error: '类别须为A、B或C' }).optional(),
  }),
  changeProposal: z
    .strictObject({
      outcome: z.enum(['increase', 'decrease', 'stop', 'gradualExit', 'restore', 'suspend', 'resume', 'nothing'], {
        error: '请选择变更建议',
      }),
      reason: Reason,
      months: z
        .number({ error: '请填写渐退月数' })
        .int({ error: '渐退月数须为整数' })
        .min(1, { error: '渐退月数至少为1' })
        .max(12, { error: '渐退月数不能超过12' })
        .optional(),
      because: z.enum(['employment', 'business'], { error: '渐退只适用于就业或创业' }).optional(),
      disputeAnswers: DisputeAnswers,
    })
    .refine((proposal) => proposal.outcome !== 'gradualExit' || proposal.months !== undefined, {
      error: '请填写渐退月数',
      path: ['months'],
    })
    .refine((proposal) => proposal.outcome !== 'gradualExit' || proposal.because !== undefined, {
      error: '请选择就业或创业',
      path: ['because'],
    }),
  deathReport: z.strictObject({
    personId: Id,
    diedOn: CivilDate,
    source: z.enum(['household', 'village', 'feed', 'visit'], { error: '请选择来源' }),
  }),
  deathProof: z.strictObject({ diedOn: CivilDate, proof: Text('证明材料', 300), documentId: Id.optional() }),
  complaintReport: z
    .strictObject({
      class: z.enum(['enquiry', 'help', 'service', 'fraud', 'misconduct', 'petition', 'appeal'], {
        error: '请选择诉求类别',
      }),
      what: Text('反映内容', 4000),
      named: z.boolean({ error: '请注明是否实名' }),
      by: Text('反映人', 60).optional(),
      phone: Text('联系电话', 30).optional(),
    })
    .refine((report) => !report.named || report.by !== undefined, { error: '实名举报请填写反映人', path: ['by'] }),
  complaintAnswer: z.strictObject({
    outcome: z.enum(['unfounded', 'change', 'finding'], { error: '请选择结论' }),
    answer: Text('答复内容', 4000),
  }),
} as const;
