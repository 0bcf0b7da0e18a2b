import { matters, type MatterKind } from '../../../../domain/lifecycle/matters';
import { programmes, type Programme } from '../../../../domain/lifecycle/programmes';
import { oneOf } from '../../../shared/api/client';

/** What stands in the address of the list. `due`: overdue, or within so many days. */
export const filterNames = [
  'stage',
  'programme',
  'due',
  'assignee',
  'division',
  'emergency',
  'matter',
  'open',
] as const;
export type FilterName = (typeof filterNames)[number];
export type CaseFilters = Readonly<Record<FilterName, string>>;

export const noFilters = Object.fromEntries(filterNames.map((name) => [name, ''])) as CaseFilters;
export const matterKinds = Object.keys(matters) as MatterKind[];
const programmeNames = Object.keys(programmes) as Programme[];
const flags: Readonly<Record<string, boolean>> = { true: true, false: false };

const LEVELS = [2, 4, 6, 9];

/** Whose places are offered: those below one's own, and below each place on the way to the chosen one. */
export const placesAbove = (own: string, chosen: string): readonly string[] =>
  chosen.startsWith(own)
    ? [own, ...LEVELS.filter((digits) => digits > own.length && digits <= chosen.length).map((n) => chosen.slice(0, n))]
    : [own];

/** Only the filters that are set. */
export const setOnes = (filters: CaseFilters): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));

/** The filters as a body of the API has them; what the address holds beyond the choices is passed over. */
export const filterBody = ({ stage, programme, due, assignee, division, emergency, matter, open }: CaseFilters) => {
  const kind = oneOf(matterKinds, matter);
  const known = oneOf(programmeNames, programme);
  return {
    ...(stage && { stage }),
    ...(known && { programme: known }),
    ...(due === 'overdue' && { overdue: true }),
    ...(/^\d{1,3}$/.test(due) && { dueWithinDays: Number(due), overdue: false }),
    ...(assignee && { assignee }),
    ...(division && { division }),
    ...(flags[emergency] !== undefined && { emergency: flags[emergency] }),
    ...(kind && { matter: kind }),
    ...(flags[open] !== undefined && { open: flags[open] }),
  };
};

/** The same as a query, where everything is text. */
export const filterQuery = (filters: CaseFilters) => {
  const { overdue, emergency, open, dueWithinDays, ...rest } = filterBody(filters);
  const said = (value: boolean) => (value ? 'true' : 'false');
  return {
    ...rest,
    ...(overdue !== undefined && { overdue: said(overdue) as 'true' | 'false' }),
    ...(emergency !== undefined && { emergency: said(emergency) as 'true' | 'false' }),
    ...(open !== undefined && { open: said(open) as 'true' | 'false' }),
    ...(dueWithinDays !== undefined && { dueWithinDays: String(dueWithinDays) }),
  };
};
