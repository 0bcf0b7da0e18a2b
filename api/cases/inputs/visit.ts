import { z } from 'zod';
import { checklistAnswerNames, checklistItems } from '../../../domain/visits/checklist';
import { CivilDate, Id, Signature, Text, TwoInvestigators } from './common';

/** Filled in by a page of its own: the general form of the action does not ask for it. */
const elsewhere = { 'x-elsewhere': true } as const;

const MOST_LINES = 300;

const Checked = z
  .strictObject({
    item: z.enum(checklistItems, { error: '核对项目不在清单内' }),
    answer: z.enum(checklistAnswerNames, { error: '请选择是、否或没看到' }),
    note: Text('说明', 500).optional(),
  })
  .refine(({ answer, note }) => answer !== 'no' || note !== undefined, {
    error: '与申报不一致的请写明情况',
    path: ['note'],
  });

const Line = z
  .strictObject({
    says: Text('算账的一行', 500),
    clause: Text('条款', 300).optional(),
    answer: z.enum(['agreed', 'disputed'], { error: '请选择认可或有异议' }),
    note: Text('异议', 1000).optional(),
  })
  .refine(({ answer, note }) => answer !== 'disputed' || note !== undefined, {
    error: '有异议的请写明住户怎么说',
    path: ['note'],
  });

/** 当面算账: the sum as it was read out at the table, what the household said to each line, and its signature. */
const SumAtTable = z.strictObject({
  on: CivilDate,
  eligibility: z.enum(['wholeHousehold', 'singlePerson', 'marginalHousehold', 'notEligible'], {
    error: '请给出核算结果',
  }),
  monthly: z.string().regex(/^\d{1,9}\.\d{2}$/, { error: '金额请写成元,如 "420.00"' }),
  lines: z
    .array(Line, { error: '请逐行给出核算说明' })
    .min(1, { error: '请逐行给出核算说明' })
    .max(MOST_LINES, { error: `核算说明不能超过${MOST_LINES}行` }),
  signatureId: Id.optional(),
});

export const visitInput = z.strictObject({
  visitedOn: CivilDate,
  method: z.enum(['home', 'phone', 'video', 'letter', 'other'], { error: '请选择调查方式' }),
  investigators: TwoInvestigators,
  householdSignature: Signature.optional(),
  findings: Text('调查情况', 4000),
  photoIds: z.array(Id).default([]),
  checklist: z.array(Checked).optional().meta(elsewhere),
  sumAtTable: SumAtTable.optional().meta(elsewhere),
});

/** What the township answers to a line that the household disputed. */
export const DisputeAnswers = z
  .array(z.strictObject({ line: Text('有异议的一行', 500), answer: Text('答复', 1000) }))
  .optional()
  .meta(elsewhere);
