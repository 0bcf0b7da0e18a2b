import type { Tx } from '../../deps';
import type { CaseInScope } from '../access';
import type { Names } from './say-input';

interface Reference {
  readonly ref: string;
  readonly name: string;
}

/** Members of an application are named by a `ref` of its own. */
const refsOf = (input: unknown): readonly (readonly [string, string])[] => {
  const { members } = (input ?? {}) as { readonly members?: readonly Reference[] };
  return (members ?? []).map(({ ref, name }) => [ref, name] as const);
};

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What the ids of an input stand for, as far as they belong to this case or to staff. */
export const namesIn = async (tx: Tx, row: CaseInScope, input: unknown): Promise<Names> => {
  const ids = [...new Set(JSON.stringify(input ?? null).match(UUID) ?? [])];
  if (ids.length === 0) return new Map(refsOf(input));
  const members = row.members.map(({ personId }) => personId).filter((id) => ids.includes(id));
  const people = await tx.person.findMany({ where: { id: { in: members } }, select: { id: true, name: true } });
  const staff = await tx.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const here = { id: { in: ids }, caseId: row.id };
  const documents = await tx.document.findMany({ where: here, select: { id: true, name: true } });
  const letters = await tx.letter.findMany({ where: here, select: { id: true, title: true } });
  return new Map([
    ...refsOf(input),
    ...[...people, ...staff, ...documents].map(({ id, name }) => [id, name] as const),
    ...letters.map(({ id, title }) => [id, title] as const),
  ]);
};
