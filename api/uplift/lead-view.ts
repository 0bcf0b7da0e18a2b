import { z } from 'zod';
import { caseFields } from './case-rows';

export const leadOutcomes = {
  applied: '已申请',
  declined: '本人不申请',
  notFitting: '情况已变,不符合',
} as const;
export type LeadOutcome = keyof typeof leadOutcomes;
export const leadOutcomeNames = Object.keys(leadOutcomes) as [LeadOutcome, ...LeadOutcome[]];

export const UpliftLeadView = z
  .object({
    ...caseFields,
    amount: z.string().meta({ description: '按原来核实的情况,新标准下每月可得(元)' }),
    createdAt: z.iso.datetime(),
    outcome: z.enum(leadOutcomeNames).nullable(),
    outcomeLabel: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'UpliftLead' });
