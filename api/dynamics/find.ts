import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { dynamicsKinds, matterOf, type DynamicsKind } from '../../domain/dynamics/kinds';
import { AppError } from '../../domain/errors';
import type { DynamicsItem, DynamicsList } from '../../generated/prisma/client';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { id } from '../fields';
import { allows } from '../permissions';
import { decisionLabel, kindLabel, summaryView, type ItemView, type ListView } from './view';

export const listParams = z.strictObject({ listId: id('清单') });

/** @throws AppError notFound */
export const findList = async (tx: Tx, listId: string): Promise<DynamicsList> => {
  const row = await tx.dynamicsList.findUnique({ where: { id: listId } });
  if (!row) throw new AppError('notFound', '没有找到这份清单,可能不在您的辖区内');
  return row;
};

/** The list, held until the transaction ends. @throws AppError notFound, versionStale */
export const holdList = async (tx: Tx, listId: string, expectedVersion: number): Promise<DynamicsList> => {
  await tx.$queryRaw`select 1 from dynamics_list where id = ${listId}::uuid for update`;
  const row = await findList(tx, listId);
  if (row.version !== expectedVersion) throw new AppError('versionStale', '这份清单刚被他人办理过,请刷新后再办');
  return row;
};

/** Why the actor cannot sign the list; undefined when they can. */
export const signFault = (
  row: DynamicsList,
  items: readonly Pick<DynamicsItem, 'decision' | 'decidedBy'>[],
  staffId: string,
): string | undefined => {
  const undecided = items.filter(({ decision }) => decision === null).length;
  if (undecided > 0) return `还有${undecided}项没有决定`;
  if (row.state === 'open') return '经办人尚未提交';
  if (row.state === 'signed') return '已经签字';
  if (row.submittedBy === staffId || items.some(({ decidedBy }) => decidedBy === staffId))
    return '您决定过其中的事项,须由另一人签字';
  return undefined;
};

type Item = z.input<typeof ItemView>;

const itemsOf = async (tx: Tx, listId: string): Promise<{ rows: DynamicsItem[]; views: Item[] }> => {
  const rows = await tx.dynamicsItem.findMany({
    where: { listId },
    orderBy: [{ kind: 'asc' }, { onDate: 'asc' }, { id: 'asc' }],
  });
  const cases = await tx.case.findMany({
    where: { id: { in: rows.map(({ caseId }) => caseId) } },
    select: { id: true, number: true, applicantName: true },
  });
  const persons = await tx.person.findMany({
    where: { id: { in: rows.flatMap(({ personId }) => personId ?? []) } },
    select: { id: true, name: true },
  });
  const caseOf = new Map(cases.map((one) => [one.id, one]));
  const nameOf = new Map(persons.map((one) => [one.id, one.name]));
  const views = rows.map((row): Item => {
    const kind = row.kind as DynamicsKind;
    return {
      id: row.id,
      caseId: row.caseId,
      number: caseOf.get(row.caseId)?.number ?? '',
      applicantName: caseOf.get(row.caseId)?.applicantName ?? '',
      personName: row.personId === null ? null : (nameOf.get(row.personId) ?? null),
      kind,
      kindLabel: kindLabel(kind),
      todo: dynamicsKinds[kind].todo,
      onDate: row.onDate,
      matterKind: matterOf(kind) ?? null,
      decision: row.decision as Item['decision'],
      decisionLabel: row.decision === null ? null : decisionLabel(row.decision),
      note: row.note,
    };
  });
  return { rows, views };
};

export const listView = async (context: Context, tx: Tx, listId: string): Promise<z.input<typeof ListView>> => {
  const actor = actorOf(context);
  const row = await findList(tx, listId);
  const { rows, views } = await itemsOf(tx, listId);
  context.audit.persons(rows.flatMap(({ personId }) => personId ?? []));
  const counts = { items: rows.length, undecided: rows.filter(({ decision }) => decision === null).length };
  const mine = allows('dynamics.sign', actor) ? signFault(row, rows, actor.staffId) : '由乡镇审批人签字';
  return {
    ...summaryView(row, counts, civilDateAt(context.now().getTime())),
    list: views,
    mySign: mine ?? null,
  };
};
