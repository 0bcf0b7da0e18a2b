import { z } from 'zod';
import type { CalendarEntry } from '../../generated/prisma/client';
import { body, choice, civilDate, flag, list, text } from '../fields';
import type { Tx } from '../deps';
import { checkedFields, checkedView, exampleChecked, namesOf } from '../rulebook/view';

const range = { from: civilDate('开始日期'), to: civilDate('结束日期'), why: text('节日名称', { max: 50 }) };

export const OffDays = body(range).meta({ id: 'DayRange' });
export const LocalDays = body({
  ...range,
  kind: choice('类型(off 放假,work 上班)', ['off', 'work']),
  closesOffice: flag('办公机构是否放假'),
}).meta({ id: 'LocalDays' });

/** A national year (no division) or the days of one place. */
export const content = {
  title: text('文件名称', { max: 200 }).exactOptional(),
  off: list('放假日期', OffDays, { max: 40 }).exactOptional(),
  worked: list('调休上班日期', civilDate('调休上班日期'), { max: 40 }).exactOptional(),
  days: list('地方节假日', LocalDays, { max: 60 }).exactOptional(),
};

export const CalendarProposal = z
  .object({
    id: z.uuid(),
    year: z.int(),
    division: z.string().meta({ description: '空白为全国' }),
    source: z.string(),
    ...content,
    ...checkedFields,
  })
  .meta({ id: 'CalendarProposal' });

export const proposalViews = async (
  tx: Tx,
  entries: readonly CalendarEntry[],
): Promise<z.output<typeof CalendarProposal>[]> => {
  const names = await namesOf(tx, entries);
  return entries.map((entry) => ({
    id: entry.id,
    year: entry.year,
    division: entry.division,
    source: entry.source,
    ...(entry.content as object),
    ...checkedView(entry, names),
  }));
};

export const proposalView = async (tx: Tx, entry: CalendarEntry): Promise<z.output<typeof CalendarProposal>> =>
  (await proposalViews(tx, [entry]))[0]!;

export const exampleProposal = {
  id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c02',
  year: 2027,
  division: '5329',
  source: '大理白族自治州自治条例',
  days: [{ from: '2027-04-20', to: '2027-04-22', why: '三月街民族节', kind: 'off' as const, closesOffice: true }],
  ...exampleChecked,
};
