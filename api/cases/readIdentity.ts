import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { id } from '../fields';
import { operation } from '../operation';
import { caseInScope } from './access';
import { exampleCaseId, examplePersonId } from './application/example-case';
import { caseParams } from './params';

const plain = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const readIdentity = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/members/{personId}/identity',
  permission: 'case.identity',
  tag: '案件',
  summary: '查看成员完整的身份证号和电话',
  description: '每次查看都记入审计。',
  effect: 'read',
  params: caseParams.extend({ personId: id('成员') }),
  output: z.object({
    personId: z.uuid(),
    name: z.string(),
    idNumber: z.string().nullable(),
    birthDate: z.string(),
    phone: z.string().nullable(),
  }),
  example: {
    params: { caseId: exampleCaseId, personId: examplePersonId },
    output: {
      personId: examplePersonId,
      name: '甲示例',
      idNumber: '530522197505150014',
      birthDate: '1975-05-15',
      phone: null,
    },
  },
  async handler(context, { params: { caseId, personId } }) {
    return context.scope(async (tx) => {
      const row = await caseInScope(context, tx, caseId);
      const person = row.members.some((member) => member.personId === personId)
        ? await tx.person.findUnique({ where: { id: personId } })
        : null;
      if (!person) throw new AppError('notFound', '本案没有这名成员');
      context.audit.case(caseId);
      context.audit.persons([personId]);
      const open = (column: string, sealed: Uint8Array | null): string | null =>
        sealed && plain(context.store.cipher.openJson('person', column, personId, sealed));
      return {
        personId,
        name: person.name,
        idNumber: open('id_number_enc', person.idNumberEnc),
        birthDate: person.birthDate,
        phone: open('phone_enc', person.phoneEnc),
      };
    });
  },
});
