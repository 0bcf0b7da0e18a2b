import type { InputKind } from '../../../domain/lifecycle/inputs';
import { matters } from '../../../domain/lifecycle/matters';
import { programmes } from '../../../domain/lifecycle/programmes';
import type { Role } from '../../../domain/lifecycle/roles';
import type { MatterState } from '../../../domain/lifecycle/state';
import type { Table } from '../../../domain/lifecycle/table';
import { uuidOf } from '../../../store/uuid';

/** One step that a person can take: which operation, on what, with what. */
export interface Place {
  readonly name: string;
  readonly programme: string;
  readonly stage: string;
  readonly by: Role;
  readonly needs: InputKind;
  readonly call: 'takeAction' | 'takeMatterAction' | 'openMatter';
  readonly action: string;
  readonly says: string;
  readonly matter?: MatterState;
}

const person = (by: readonly Role[]): Role | undefined => by.find((role) => role !== 'system' && role !== 'citizen');

const ofTable = (
  table: Table,
  place: (step: string) => Omit<Place, 'by' | 'needs' | 'action' | 'says'>,
): readonly Place[] =>
  Object.entries(table).flatMap(([step, { actions }]) =>
    Object.entries(actions).flatMap(([action, { by, needs = 'none', says }]) => {
      const who = person(by);
      return who ? [{ ...place(step), name: `${place(step).name}.${action}`, action, says, by: who, needs }] : [];
    }),
  );

const stagePlaces = Object.entries(programmes).flatMap(([programme, { table }]) =>
  ofTable(table, (stage) => ({ name: `${programme}.${stage}`, programme, stage, call: 'takeAction' })),
);
const programme = Object.keys(programmes)[0]!;
const matterPlaces = Object.entries(matters).flatMap(([kind, { table, stages }]) =>
  ofTable(table as Table, (step) => ({
    name: `${kind}.${step}`,
    programme,
    stage: stages[0],
    call: 'takeMatterAction',
    matter: { id: uuidOf('test', kind, step), kind, step, version: 1 },
  })),
);
const openings = Object.entries(matters).flatMap(([kind, { by, needs, stages, says }]): readonly Place[] => {
  const who = person(by) ?? 'countyReviewer';
  return [
    { name: `open.${kind}`, programme, stage: stages[0], call: 'openMatter', action: kind, says, by: who, needs },
  ];
});
/** Every step of every table that a person takes, and every matter that can be opened. */
export const places: readonly Place[] = [...stagePlaces, ...matterPlaces, ...openings];
