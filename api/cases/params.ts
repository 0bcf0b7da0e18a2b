import { z } from 'zod';
import { anyValue, body, id, integer } from '../fields';

export const caseParams = z.strictObject({ caseId: id('案件') });
export const actionName = z
  .string({ error: '请填写操作或事项的名称' })
  .regex(/^[A-Za-z]{1,40}$/, '名称应为英文字母,见 /api/v1/lifecycle/{programme}')
  .meta({ description: '操作' });
export const expectedVersion = integer('打开表单时的版本', { min: 0, max: 1_000_000 }).exactOptional();
/** Judged against the schema of its kind, which the action names. */
export const actionInput = anyValue('填写内容')
  .exactOptional()
  .meta({ description: '填写内容,结构见 /api/v1/lifecycle/{programme}' });

export const ActionRequest = body({ expectedVersion, input: actionInput });
