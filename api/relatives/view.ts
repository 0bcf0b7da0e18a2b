import { z } from 'zod';
import { pathOf } from '../../domain/divisions';
import type { Prisma } from '../../generated/prisma/client';
import type { Tx } from '../deps';

export const RelativeView = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    number: z.string(),
    division: z.string(),
    divisionPath: z.string(),
    personId: z.uuid(),
    personName: z.string().meta({ description: '有近亲属的家庭成员' }),
    staffId: z.uuid().nullable().meta({ description: '有账号的,备案后立即回避本案' }),
    relativeName: z.string(),
    post: z.string(),
    relation: z.string(),
    declaredAt: z.iso.datetime(),
    declaredBy: z.string().nullable().meta({ description: '登记人;空白为随申请备案' }),
    ended: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'RelativeDeclaration' });

type Row = Prisma.RelativeDeclarationGetPayload<{ include: { ending: true } }>;

const namesOf = async (tx: Tx, ids: readonly (string | null | undefined)[]): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))];
  const rows = await tx.staff.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Declarations with the words for their case, person and staff, in the order given. */
export const relativeViews = async (tx: Tx, rows: readonly Row[]): Promise<z.input<typeof RelativeView>[]> => {
  const [cases, persons, staff] = await Promise.all([
    tx.case.findMany({
      where: { id: { in: rows.map(({ caseId }) => caseId) } },
      select: { id: true, number: true, division: true },
    }),
    tx.person.findMany({
      where: { id: { in: rows.map(({ personId }) => personId) } },
      select: { id: true, name: true },
    }),
    namesOf(
      tx,
      rows.flatMap(({ declaredBy, ending }) => [declaredBy, ending?.endedBy]),
    ),
  ]);
  const caseOf = new Map(cases.map((one) => [one.id, one]));
  const personOf = new Map(persons.map(({ id, name }) => [id, name]));
  return rows.map(({ ending, declaredAt, declaredBy, ...row }) => {
    const { number = '', division = '' } = caseOf.get(row.caseId) ?? {};
    return {
      ...row,
      number,
      division,
      divisionPath: pathOf(division),
      personName: personOf.get(row.personId) ?? '',
      declaredAt: declaredAt.toISOString(),
      declaredBy: declaredBy === null ? null : (staff.get(declaredBy) ?? ''),
      ended: ending && {
        at: ending.endedAt.toISOString(),
        by: staff.get(ending.endedBy) ?? '',
        reason: ending.reason,
      },
    };
  });
};

export const exampleRelative = {
  id: '5a1f2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  caseId: '7d3c2f10-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
  number: '530581-2022-000123',
  division: '530581001000',
  divisionPath: '云南省保山市腾冲市腾越街道',
  personId: '6b2e3d4c-5f60-4b7c-9d8e-0f1a2b3c4d5e',
  personName: '甲示例',
  staffId: null,
  relativeName: '乙示例',
  post: '村委会委员',
  relation: '兄弟',
  declaredAt: '2022-07-01T02:00:00.000Z',
  declaredBy: null,
  ended: null,
};
