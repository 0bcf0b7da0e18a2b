import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../generated/prisma/client';
import { overlayErrors, yearErrors } from '../../domain/calendar/check-entry';
import { AppError, type FieldError } from '../../domain/errors';
import { findDivision } from '../../domain/divisions';
import { levelOf } from '../../domain/lifecycle/roles';
import { requireWithin, type Actor } from '../actor';
import { actorOf } from '../context';
import { body, divisionCode, integer, text } from '../fields';
import { operation } from '../operation';
import { CalendarProposal, content, exampleProposal, proposalView } from './view';

/** The whole country's year is entered at the province; a place's own days by its own office or one above. */
export const requireOffice = (actor: Actor, division: string): void => {
  if (division !== '') return requireWithin(actor, division);
  if (levelOf(actor.division) !== 'province') throw new AppError('forbidden', '全国放假安排由省级管理员录入和复核');
};

interface Entered {
  readonly year: number;
  readonly division?: string;
  readonly title?: string;
  readonly off?: readonly { from: string; to: string; why: string }[];
  readonly worked?: readonly string[];
  readonly days?: readonly { from: string; to: string; why: string; kind: 'off' | 'work'; closesOffice: boolean }[];
}

const missing = (path: string, message: string): FieldError => ({ path, message });

const nationalErrors = ({ year, title, off, worked = [], days }: Entered): FieldError[] => {
  if (days) return [missing('days', '全国放假安排不填地方节假日;录入地方节假日请填写行政区划')];
  if (!title || !off)
    return [missing(title ? 'off' : 'title', title ? '请填写放假日期' : '请填写国务院办公厅通知的名称')];
  return yearErrors({ year, title, source: '', off, worked });
};

const localErrors = ({ year, division = '', title, off, worked, days }: Entered): FieldError[] => {
  if (!findDivision(division)) return [missing('division', `没有行政区划${division},请从行政区划列表中选择`)];
  if (title || off || worked) return [missing('days', '地方节假日只填 days;全国放假安排请不要填写行政区划')];
  if (!days?.length) return [missing('days', '请填写地方节假日')];
  return overlayErrors(
    year,
    days.map((day) => ({ ...day, division, source: '' })),
  );
};

export const proposeCalendarYear = operation({
  method: 'post',
  path: '/api/v1/calendar/proposals',
  permission: 'calendar.propose',
  tag: '日历',
  summary: '录入放假安排',
  description:
    '不填行政区划为全国一年的安排(title、off、worked,照国务院办公厅通知录入);填写行政区划为地方节假日(days)。另一名管理员复核后生效。',
  effect: 'change',
  status: 201,
  input: body({
    year: integer('年份', { min: 2018, max: 2100 }),
    division: divisionCode().exactOptional(),
    source: text('依据或网址', { min: 4, max: 300 }),
    ...content,
  }),
  output: CalendarProposal,
  example: {
    input: { year: 2027, division: '5329', source: exampleProposal.source, days: exampleProposal.days },
    output: exampleProposal,
  },
  division: ({ body: { division } }) => division,
  async handler(context, { body: entered }) {
    const actor = actorOf(context);
    const { year, division = '', source, ...rest } = entered;
    requireOffice(actor, division);
    const fields = division === '' ? nationalErrors(entered) : localErrors(entered);
    if (fields.length > 0) throw new AppError('invalidInput', `不能录入:${fields[0]!.message}`, { fields });
    const complete = division === '' ? { worked: [], ...rest } : rest;
    const data = {
      id: randomUUID(),
      year,
      division,
      source,
      content: complete as Prisma.InputJsonObject,
      makerId: actor.staffId,
      createdAt: context.now(),
    };
    context.audit.detail('proposalId', data.id);
    return context.scope(async (tx) => proposalView(tx, await tx.calendarEntry.create({ data })));
  },
});
