import { z } from 'zod';
import { divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { AppError } from '../../domain/errors';

const Day = z.object({ from: z.string(), to: z.string(), why: z.string() });
const LocalDay = Day.extend({
  division: z.string(),
  kind: z.enum(['off', 'work']),
  closesOffice: z.boolean(),
  source: z.string(),
});

export const readCalendarYear = operation({
  method: 'get',
  path: '/api/v1/calendar/{year}',
  permission: 'calendar.read',
  tag: '日历',
  summary: '查看一年的放假安排',
  description: '全国安排与(给出行政区划时)当地节假日。没有公布的年份不推算,一律回答“日历未发布”。',
  effect: 'read',
  params: z.strictObject({ year: integerText('年份', { min: 2000, max: 2100 }) }),
  query: z.strictObject({ division: divisionCode().exactOptional() }),
  output: z
    .object({
      year: z.int(),
      title: z.string(),
      source: z.string(),
      off: z.array(Day),
      worked: z.array(z.string()),
      local: z.array(LocalDay),
    })
    .meta({ id: 'CalendarYear' }),
  example: {
    params: { year: '2026' },
    query: { division: '5329' },
    output: {
      year: 2026,
      title: '国务院办公厅关于2026年部分节假日安排的通知',
      source: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
      off: [{ from: '2026-01-01', to: '2026-01-03', why: '元旦' }],
      worked: ['2026-01-04'],
      local: [],
    },
  },
  async handler({ scope, rulebook }, { params: { year }, query: { division = '' } }) {
    const { years, overlays } = await scope((tx) => rulebook.calendarDays(tx));
    const found = years.find((one) => one.year === year);
    if (!found)
      throw new AppError('calendarUnpublished', `${year}年日历未发布;国务院办公厅公布后请管理员录入`, { year });
    const local = overlays.filter((day) => division.startsWith(day.division) && day.to.startsWith(`${year}-`));
    return { ...found, off: [...found.off], worked: [...found.worked], local };
  },
});
