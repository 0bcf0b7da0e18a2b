import { z } from 'zod';

export const AuditView = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    staffId: z.uuid().nullable(),
    staffName: z.string().nullable(),
    role: z.string().nullable(),
    roleLabel: z.string().nullable(),
    division: z.string().nullable(),
    divisionName: z.string().nullable(),
    operation: z.string(),
    summary: z.string(),
    caseId: z.uuid().nullable(),
    caseNumber: z.string().nullable(),
    persons: z.int().meta({ description: '答复中有其完整个人信息的人数' }),
    outcome: z.int(),
    details: z.record(z.string(), z.unknown()),
    requestId: z.string(),
    sealed: z.boolean().meta({ description: '已编号并连入封存链' }),
  })
  .meta({ id: 'AuditRow' });

export const exampleAuditRow = {
  id: '1024',
  at: '2022-07-01T02:00:00.000Z',
  staffId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  staffName: '示例经办',
  role: 'townshipClerk',
  roleLabel: '乡镇经办人',
  division: '530581001',
  divisionName: '腾越街道',
  operation: 'readIdentity',
  summary: '查看完整身份证号',
  caseId: null,
  caseNumber: null,
  persons: 1,
  outcome: 200,
  details: {},
  requestId: '2f6c1c9e-7e0d-4a58-8f52-0a1b2c3d4e5f',
  sealed: true,
};
