import { z } from 'zod';
import { matters, type MatterKind } from '../../../domain/lifecycle/matters';
import { choice, divisionCode, id, integer, integerText } from '../../fields';
import { programmeName } from '../application/schema';

const stage = z
  .string('环节应为文字')
  .regex(/^[A-Za-z]{1,30}$/, '环节应为英文代号,例如 investigating')
  .meta({ description: '环节' });
const assignee = z
  .literal('me', { error: '经办人应为人员编号或 me' })
  .or(id('经办人'))
  .meta({ description: '经办人编号,或 me' });
const matterKinds = Object.keys(matters) as [MatterKind, ...MatterKind[]];
const matter = choice('未办结的事项', matterKinds);
const cursor = z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' });

/** As a query, everything arrives as text. */
export const listQuery = z.strictObject({
  stage: stage.exactOptional(),
  programme: programmeName.exactOptional(),
  division: divisionCode().exactOptional(),
  overdue: choice('逾期', ['true', 'false']).exactOptional(),
  dueWithinDays: integerText('几天内到期', { min: 0, max: 365 }).exactOptional(),
  assignee: assignee.exactOptional(),
  open: choice('未结案', ['true', 'false']).exactOptional(),
  emergency: choice('急难', ['true', 'false']).exactOptional(),
  matter: matter.exactOptional(),
  cursor: cursor.exactOptional(),
  limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
});

export const searchFilters = {
  stage: stage.exactOptional(),
  programme: programmeName.exactOptional(),
  division: divisionCode().exactOptional(),
  overdue: z.boolean({ error: '逾期应为 true 或 false' }).exactOptional(),
  dueWithinDays: integer('几天内到期', { min: 0, max: 365 }).exactOptional(),
  assignee: assignee.exactOptional(),
  open: z.boolean({ error: '未结案应为 true 或 false' }).exactOptional(),
  emergency: z.boolean({ error: '急难应为 true 或 false' }).exactOptional(),
  matter: matter.exactOptional(),
  cursor: cursor.exactOptional(),
  limit: integer('每页数量', { min: 1, max: 200 }).exactOptional(),
};

export interface Filters {
  readonly stage?: string;
  readonly programme?: string;
  readonly division?: string;
  readonly overdue?: boolean;
  readonly dueWithinDays?: number;
  readonly assignee?: string;
  readonly open?: boolean;
  readonly emergency?: boolean;
  readonly matter?: MatterKind;
}
