import { z } from 'zod';
import { isCivilMonth } from '../../domain/civil-date';
import { yuanFromFen } from '../../domain/money';
import { termToJson } from '../../domain/explain';
import { classes, recipientClasses, type RecipientClass } from '../../domain/price-linkage/classes';
import type { PayBy } from '../../domain/price-linkage/deadline';
import type { Decision, Question } from '../../domain/price-linkage/decide';
import { indexKinds, indexNames, riseProblem, type IndexKind } from '../../domain/price-linkage/indices';
import { missingOr, spelt } from '../assessments/pieces';
import { ParameterSource, Term } from '../assessments/view';
import { body, civilDate, divisionCode } from '../fields';

export const civilMonth = (label: string) =>
  z
    .string({ error: missingOr(label, '应为月份,例如 2022-09') })
    .refine(isCivilMonth, `${label}应为月份,例如 2022-09`)
    .meta({ description: label, example: '2022-09' });

/** A rise in percent as published; JSON numbers are taken for their text. */
export const rise = (kind: IndexKind) =>
  z
    .union([z.string(), z.number()], { error: missingOr(indexKinds[kind].label, '应为小数,例如 "3.5"') })
    .transform((raw, context) => {
      const text = String(raw).trim().replace(/%$/, '');
      const problem = riseProblem(text);
      if (problem === undefined) return text;
      context.addIssue({ code: 'custom', message: `${indexKinds[kind].label}${problem}` });
      return z.NEVER;
    })
    .meta({ description: `${indexKinds[kind].label}(%),不是以上年同月为100的指数`, example: '3.5' });

const spellings = Object.fromEntries(
  recipientClasses.map((name) => [name, [classes[name].label, ...classes[name].spellings]]),
) as unknown as Readonly<Record<RecipientClass, readonly string[]>>;

const settlements = { urban: ['城市', '城镇'], rural: ['农村'] } as const;

export const previewQuestion = body({
  area: divisionCode('地区(行政区划代码)'),
  month: civilMonth('指数月份'),
  indices: body({
    cpi: rise('cpi').exactOptional(),
    foodCpi: rise('foodCpi').exactOptional(),
    scpi: rise('scpi').exactOptional(),
  }).meta({ description: '当月同比涨幅(%),CPI与食品价格至少一项;规定了SCPI启动涨幅的地方可只填SCPI' }),
  class: spelt('对象类别', spellings),
  settlement: spelt('城乡', settlements)
    .exactOptional()
    .meta({ description: '低保、优抚、低保边缘按城乡分别计算时填写;特困人员按城市标准,不用填写' }),
  publishedOn: civilDate('指数发布日期').exactOptional(),
  overrides: z
    .record(z.string(), z.unknown(), { error: 'overrides 应为对象' })
    .exactOptional()
    .meta({ description: '参数的替代值:priceLinkage.* 和 dibao.standard.*,分类别的写成 参数/类别' }),
}).meta({ id: 'PriceLinkageQuestion' });

const day = z.string().meta({ format: 'date' });

export const ConditionView = z.object({
  index: z.enum(indexNames as [IndexKind, ...IndexKind[]]),
  label: z.string(),
  value: z.string().nullable(),
  threshold: z.string(),
  comparison: z.enum(['atLeast', 'above']),
  met: z.boolean(),
  says: z.string(),
  clause: z.string(),
  parameter: ParameterSource,
});

export const PayByView = z.object({
  due: day.nullable().meta({ description: '最后一天;当年日历未发布时为空', format: 'date' }),
  publishedOn: day,
  assumed: z.boolean().meta({ description: '没有填写发布日期,按通常发布日估算' }),
  explanation: z.string(),
  clause: z.string(),
  parameter: ParameterSource,
});

export const PriceLinkageAnswer = z
  .object({
    area: z.string(),
    month: z.string(),
    class: z.string(),
    starts: z.boolean().meta({ description: '本类对象是否发放:指数达到条件,且属于该月的对象' }),
    triggered: z.boolean(),
    recipient: z.boolean(),
    conditions: z.array(ConditionView),
    amount: z.string().nullable().meta({ description: '每人每月金额(元);不发放或该月标准没有收录时为空' }),
    amountUnknown: z.string().nullable().meta({ description: '启动而金额不能计算时:原因和怎么办' }),
    explanation: z.array(Term),
    reasons: z.array(z.string()),
    deadline: PayByView.nullable(),
  })
  .meta({ id: 'PriceLinkageAnswer' });

export const payByView = ({ due, ...rest }: PayBy): z.input<typeof PayByView> => ({ ...rest, due: due ?? null });

export const conditionViews = (conditions: Decision['conditions']): z.input<typeof ConditionView>[] =>
  conditions.map((condition) => ({ ...condition, value: condition.value ?? null }));

export const answerView = ({
  amount,
  amountUnknown,
  deadline,
  conditions,
  explanation,
  reasons,
  ...rest
}: Decision): z.input<typeof PriceLinkageAnswer> => ({
  ...rest,
  conditions: conditionViews(conditions),
  amount: amount === undefined ? null : yuanFromFen(amount),
  amountUnknown: amountUnknown ?? null,
  explanation: explanation.map((term) => termToJson(term) as z.input<typeof Term>),
  reasons: [...reasons],
  deadline: deadline ? payByView(deadline) : null,
});

export const questionOf = ({ overrides: _overrides, ...question }: z.output<typeof previewQuestion>): Question =>
  question;
