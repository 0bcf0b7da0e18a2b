import { z } from 'zod';
import { pathOf, type Division } from '../../domain/divisions';

export const DivisionView = z
  .object({
    code: z.string(),
    name: z.string(),
    path: z.string().meta({ description: '带上级名称的全称' }),
    level: z.enum(['province', 'prefecture', 'county', 'township', 'village']),
    from: z.string().nullable().meta({ description: '代码启用日期,没有变更过为空' }),
    to: z.string().nullable().meta({ description: '代码停用日期' }),
    successor: z.string().nullable().meta({ description: '停用后改用的代码' }),
  })
  .meta({ id: 'Division' });

export const divisionView = ({ code, name, level, from, to, successor }: Division): z.output<typeof DivisionView> => ({
  code,
  name,
  path: pathOf(code),
  level,
  from: from ?? null,
  to: to ?? null,
  successor: successor ?? null,
});

export const exampleDivision = {
  code: '530581001',
  name: '腾越街道',
  path: '云南省保山市腾冲市腾越街道',
  level: 'township' as const,
  from: null,
  to: null,
  successor: null,
};
