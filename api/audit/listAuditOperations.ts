import { z } from 'zod';
import { operation } from '../operation';
import { saidOperations } from './say-operation';

export const listAuditOperations = operation({
  method: 'get',
  path: '/api/v1/audit/operations',
  permission: 'audit.read',
  tag: '审计',
  summary: '列出可查的操作',
  effect: 'none',
  output: z.object({ operations: z.array(z.object({ name: z.string(), summary: z.string(), tag: z.string() })) }),
  example: { output: { operations: [{ name: 'readIdentity', summary: '查看完整身份证号', tag: '案件' }] } },
  handler: () => Promise.resolve({ operations: [...saidOperations()] }),
});
