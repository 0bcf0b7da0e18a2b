import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { checkIdNumber, required } from '../../domain/identity';
import type { Context } from '../context';
import type { Tx } from '../deps';
import { body, text } from '../fields';
import { operation } from '../operation';

const Found = z
  .object({
    known: z.boolean().meta({ description: '本辖区的案件中有此人' }),
    name: z.string().nullable(),
    openCases: z.array(z.object({ caseId: z.uuid(), number: z.string(), programme: z.string(), stage: z.string() })),
    elsewhere: z
      .array(z.object({ number: z.string(), division: z.string(), programme: z.string() }))
      .meta({ description: '其他地方未办结的案件,只有案件号和地区' }),
  })
  .meta({ id: 'PersonLookup' });

interface Elsewhere {
  readonly number: string;
  readonly division: string;
  readonly programme: string;
}

const inScope = async (tx: Tx, personId: string) => {
  const memberships = await tx.caseMember.findMany({
    where: { personId, leftOn: null, case: { closedAt: null, stage: { notIn: ['refused', 'stopped'] } } },
    select: { case: { select: { id: true, number: true, programme: true, stage: true } } },
  });
  return memberships.map(({ case: { id, ...one } }) => ({ caseId: id, ...one }));
};

const lookUp = async (context: Context, tx: Tx, idNumber: string): Promise<z.input<typeof Found>> => {
  const index = context.store.cipher.blindIndex(idNumber);
  const person = await tx.person.findUnique({ where: { idIndex: index }, select: { id: true, name: true } });
  if (person) context.audit.persons([person.id]);
  const openCases = person ? await inScope(tx, person.id) : [];
  const elsewhere = await tx.$queryRaw<
    Elsewhere[]
  >`select number, division, programme from open_cases_elsewhere(${index})`;
  const visible = new Set(openCases.map(({ number }) => number));
  return {
    known: person !== null,
    name: person?.name ?? null,
    openCases,
    elsewhere: elsewhere.filter(({ number }) => !visible.has(number)),
  };
};

export const lookUpPerson = operation({
  method: 'post',
  path: '/api/v1/persons/lookup',
  permission: 'person.lookUp',
  tag: '人员查询',
  summary: '按身份证号查询是否已在案',
  description:
    '登记申请前查重。本辖区以外只告知有没有未办结的案件。不改变任何内容,不需要 Idempotency-Key;查到的记入审计。',
  effect: 'read',
  input: body({ idNumber: text('身份证号', { max: 40 }) }),
  output: Found,
  example: {
    input: { idNumber: '530522197505150014' },
    output: { known: false, name: null, openCases: [], elsewhere: [] },
  },
  async handler(context, { body: { idNumber } }) {
    const { number } = required(checkIdNumber(idNumber, civilDateAt(context.now().getTime())), 'idNumber');
    return context.scope((tx) => lookUp(context, tx, number));
  },
});
