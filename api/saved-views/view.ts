import { z } from 'zod';
import type { SavedView as Row } from '../../generated/prisma/client';
import { choice, list, text } from '../fields';

/** Lists whose filters can be kept under a name. */
export const lists = ['cases', 'queue'] as const;
export const MOST_VIEWS = 30;
const MOST_FILTERS = 20;

export const listName = choice('列表', lists);
/** Only what stands in an address: choices and codes, never a name or a number that somebody searched for. */
export const savedFilters = z
  .record(
    z.string().regex(/^[a-zA-Z]{1,30}$/, '筛选项名称应为英文代号'),
    z.string('筛选值应为文字').regex(/^[A-Za-z0-9-]{1,60}$/, '筛选值只能是代号、代码或编号,不能保存姓名等搜索内容'),
    '筛选条件应为对象',
  )
  .refine((filters) => Object.keys(filters).length <= MOST_FILTERS, `筛选条件最多${MOST_FILTERS}项`)
  .refine(
    (filters) => Object.values(filters).every((value) => !/^\d{15}(\d{2}[\dXx])?$/.test(value)),
    '不能把身份证号存为筛选条件',
  )
  .meta({ description: '网址中的筛选条件' });
export const savedColumns = list('显示的列', text('列', { max: 30 }), { max: 30 });

export const SavedView = z
  .object({
    id: z.uuid(),
    list: z.enum(lists),
    name: z.string(),
    filters: z.record(z.string(), z.string()),
    columns: z.array(z.string()).meta({ description: '显示的列;空为全部' }),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'SavedView', description: '本人保存的筛选' });

export const savedView = ({ id, list: of, name, filters, columns, updatedAt }: Row): z.input<typeof SavedView> => ({
  id,
  list: of as (typeof lists)[number],
  name,
  filters: filters as Record<string, string>,
  columns,
  updatedAt: updatedAt.toISOString(),
});

export const exampleView: z.input<typeof SavedView> = {
  id: '70829304-b5c6-5d0f-8152-6c7d8e9fa0b2',
  list: 'cases',
  name: '超期的入户调查',
  filters: { stage: 'investigating', overdue: 'true' },
  columns: [],
  updatedAt: '2022-08-01T02:00:00.000Z',
};
