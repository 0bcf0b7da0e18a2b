import { AppError } from '../../../domain/errors';
import type { InputKind } from '../../../domain/lifecycle/inputs';
import { isMatterKind, matters } from '../../../domain/lifecycle/matters';
import { tableOf } from '../../../domain/lifecycle/programmes';
import type { Table } from '../../../domain/lifecycle/table';

/** Every action of a table that people take, with what it needs and what it is called. */
export const actionsOf = (table: Table): ReadonlyMap<string, { readonly says: string; readonly needs: InputKind }> =>
  new Map(
    Object.values(table).flatMap(({ actions }) =>
      Object.entries(actions)
        .filter(([, { by }]) => by.some((role) => role !== 'system'))
        .map(([action, { says, needs = 'none' }]) => [action, { says, needs }] as const),
    ),
  );

const stageTable = (programme: string): Table => tableOf(programme);
const matterTable = (kind: string): Table => (isMatterKind(kind) ? matters[kind].table : {});

/** What an action needs, wherever in the table it stands. @throws AppError notFound with the actions there are */
export const needsOf = (
  owner: { readonly programme: string } | { readonly kind: string },
  action: string,
): InputKind => {
  const known = actionsOf('kind' in owner ? matterTable(owner.kind) : stageTable(owner.programme));
  const row = known.get(action);
  if (row) return row.needs;
  throw new AppError('notFound', `没有“${action}”这种操作,可用的操作见 knownActions`, {
    knownActions: [...known].map(([name, { says }]) => ({ action: name, says })),
  });
};

/** What opening a matter needs. @throws AppError notFound with the kinds there are */
export const openingNeedsOf = (kind: string): InputKind => {
  if (isMatterKind(kind)) return matters[kind].needs;
  throw new AppError('notFound', `没有“${kind}”这种事项,可用的事项见 knownMatters`, {
    knownMatters: Object.entries(matters).map(([name, { label }]) => ({ kind: name, label })),
  });
};
