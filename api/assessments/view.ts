import { z } from 'zod';

export const ParameterSource = z
  .object({
    id: z.string(),
    title: z.string(),
    category: z.string().exactOptional(),
    from: z.string().exactOptional(),
    division: z.string().exactOptional(),
    reference: z.string(),
    confidence: z.string().exactOptional(),
    assumed: z.boolean().exactOptional().meta({ description: '系统先行设定,待当地确认' }),
    overridden: z.boolean().exactOptional().meta({ description: '调用方给出的替代值' }),
  })
  .meta({ id: 'ParameterSource' });

export const Term = z
  .object({
    group: z.string(),
    label: z.string(),
    value: z.union([z.string(), z.number(), z.boolean()]),
    unit: z.string(),
    adds: z.boolean().exactOptional().meta({ description: '是本组合计的一项' }),
    exact: z.string().exactOptional().meta({ description: '分不能表示时的精确值(分)' }),
    clause: z.string().exactOptional(),
    parameter: ParameterSource.exactOptional(),
    member: z.string().exactOptional(),
    from: z.string().exactOptional().meta({ description: '所依据的输入,如 incomes[0]' }),
    evidence: z.string().exactOptional(),
  })
  .meta({ id: 'Term', description: '说明的一行:名称、数值、条款、参数' });

const Property = z.object({
  test: z.string(),
  ok: z.boolean(),
  items: z.array(
    z.object({
      item: z.string(),
      label: z.string(),
      value: z.string(),
      limit: z.string(),
      ok: z.boolean(),
      parameter: ParameterSource,
    }),
  ),
});

const GradualExitView = z
  .object({
    granted: z.boolean(),
    reason: z.string().exactOptional().meta({ description: '不能渐退的理由' }),
    clause: z.string(),
    amounts: z.array(z.string()).exactOptional().meta({ description: '各月金额(元)' }),
    firstMonth: z.string().exactOptional(),
    lastMonth: z.string().exactOptional(),
    endsOn: z.string().exactOptional(),
    minMonths: z.int().exactOptional(),
    maxMonths: z.int().exactOptional(),
  })
  .meta({ description: '渐退的试算结果' });

/** The answer of the rules on the wire: amounts are yuan strings. */
export const AssessmentView = z
  .object({
    date: z.string(),
    division: z.string(),
    area: z.enum(['urban', 'rural']),
    eligibility: z.enum(['wholeHousehold', 'singlePerson', 'marginalHousehold', 'notEligible']),
    household: z.enum(['wholeHousehold', 'marginalHousehold', 'notEligible']),
    basis: z.object({ ground: z.string(), clause: z.string(), text: z.string() }),
    reasons: z.array(z.string()),
    members: z.array(
      z.object({
        member: z.string(),
        counted: z.boolean(),
        why: z.string(),
        clause: z.string(),
        assumed: z.boolean().exactOptional(),
      }),
    ),
    persons: z.int(),
    householdIncome: z.string(),
    perCapitaIncome: z.string(),
    standard: z.object({ monthly: z.string(), source: ParameterSource }),
    method: z.string().nullable(),
    monthly: z.string().meta({ description: '全户每月金额(元)' }),
    beneficiaries: z.array(
      z.object({
        member: z.string(),
        monthly: z.string(),
        class: z.string().exactOptional(),
        ground: z.string().exactOptional(),
        clause: z.string().exactOptional(),
        ownIncome: z.string().exactOptional(),
      }),
    ),
    property: z.array(Property),
    gradualExit: GradualExitView.exactOptional(),
    recheck: z.object({ category: z.string(), months: z.int(), clause: z.string(), why: z.string() }),
    entitledFrom: z.string().nullable(),
    terms: z.array(Term),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'Assessment' });
