import { z } from 'zod';
import { deadlineKinds, kindRow, type DeadlineKind, type DeadlineVariant } from '../../domain/deadlines/kinds';
import type { DeadlinePreview } from '../../domain/deadlines/preview';
import { body, civilDate, divisionCode, integer } from '../fields';

const kinds = Object.keys(deadlineKinds) as DeadlineKind[];
const variants = [...new Set(kinds.flatMap((kind) => kindRow(kind).variants ?? []))] as DeadlineVariant[];
const oneOf = (label: string, choices: readonly string[]) => (issue: { input?: unknown }) =>
  issue.input === undefined ? `请填写${label}` : `没有${label}“${String(issue.input)}”,可用:${choices.join('、')}`;

const kind = z.enum(kinds, { error: oneOf('期限种类', kinds) }).meta({ description: '期限种类', example: 'decision' });
const variant = z
  .enum(variants, { error: oneOf('情形', variants) })
  .meta({ description: '情形,例如 delegated(下放乡镇)' });

/** The question of a limit: the same for the command line and the API. */
export const deadlineQuestion = body({
  kind,
  variant: variant.exactOptional(),
  from: civilDate('起算事件之日'),
  division: divisionCode(),
  months: integer('月数', { min: 1, max: 120 }).exactOptional(),
  on: civilDate('适用规定之日').exactOptional(),
}).meta({ id: 'DeadlineQuestion', description: '期限试算' });

const moment = z.iso.datetime();
const day = z.string().meta({ format: 'date' });

export const DeadlineAnswer = z
  .object({
    kind,
    label: z.string(),
    variant: variant.exactOptional(),
    division: z.string(),
    divisionPath: z.string(),
    from: day,
    due: day.meta({ description: '最后一天,当日24时止(北京时间)', format: 'date' }),
    dueAt: moment,
    unit: z.enum(['workingDays', 'days', 'months', 'hours']),
    length: z.int(),
    clause: z.string(),
    parameter: z.string(),
    lawOn: day,
    ruleFrom: day.meta({ description: '规定的生效日期', format: 'date' }),
    ruleDivision: z.string().meta({ description: '规定所属的行政区划' }),
    assumed: z.boolean().meta({ description: '默认值,待本地确认' }),
    skipped: z.array(z.object({ date: day, why: z.string() })),
    promised: day.exactOptional(),
    promisedAt: moment.exactOptional(),
    reminders: z.array(moment),
    escalation: z.array(z.object({ level: z.int(), workingDays: z.int(), at: moment })),
    explanation: z.string(),
  })
  .meta({ id: 'DeadlineAnswer' });

const iso = (instant: number): string => new Date(instant).toISOString();

/** Instants as ISO text. */
export const deadlineAnswer = ({
  dueAt,
  promisedAt,
  reminders,
  escalation,
  skipped,
  ...rest
}: DeadlinePreview): z.output<typeof DeadlineAnswer> => ({
  ...rest,
  dueAt: iso(dueAt),
  ...(promisedAt !== undefined && { promisedAt: iso(promisedAt) }),
  skipped: [...skipped],
  reminders: reminders.map(iso),
  escalation: escalation.map((rung) => ({ ...rung, at: iso(rung.at) })),
});
