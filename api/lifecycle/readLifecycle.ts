import { z } from 'zod';
import { programmeName } from '../cases/application/schema';
import { operation } from '../operation';
import { LifecycleView, lifecycleView } from './view';

export const readLifecycle = operation({
  method: 'get',
  path: '/api/v1/lifecycle/{programme}',
  permission: 'lifecycle.read',
  tag: '案件',
  summary: '查看环节、事项和操作表',
  description: '一种救助的全部环节、事项、操作、谁能办、要填什么(JSON Schema,可据以生成表单)。',
  effect: 'none',
  params: z.strictObject({ programme: programmeName }),
  output: LifecycleView,
  example: { params: { programme: 'dibao' } },
  handler: (_context, { params: { programme } }) => Promise.resolve(lifecycleView(programme)),
});
