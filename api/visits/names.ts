import type { RecordedVisit } from '../../store/cases/visits';
import type { Tx } from '../deps';
import type { VisitNames } from './visit-view';

/** The names behind the ids of who signed; somebody of another office stays without. */
export const namesOfVisits = async (tx: Tx, visits: readonly RecordedVisit[]): Promise<VisitNames> => {
  const staffIds = visits.flatMap(({ input }) => input.investigators.flatMap(({ staffId }) => staffId ?? []));
  const personIds = visits.flatMap(({ input }) => input.householdSignature?.personId ?? []);
  const select = { id: true, name: true } as const;
  const staff = await tx.staff.findMany({ where: { id: { in: staffIds } }, select });
  const people = await tx.person.findMany({ where: { id: { in: personIds } }, select });
  return {
    staff: new Map(staff.map(({ id, name }) => [id, name])),
    people: new Map(people.map(({ id, name }) => [id, name])),
  };
};
