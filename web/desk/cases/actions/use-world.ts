import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../shared/api/client';
import type { CaseView } from '../../../shared/api/types';
import type { Choice, FormWorld } from '../../../shared/schema-form/world';
import { useMe } from '../../session/api';
import { uploadDocument, useLetters } from '../api';
import type { DocumentKind } from '../document-kinds';
import { MemberControl } from './member-control';

/** What kind of paper a form of this input asks for. */
const documentKindOf: Readonly<Record<string, DocumentKind>> = {
  visit: 'visitPhoto',
  countyVisit: 'visitPhoto',
  posting: 'postingPhoto',
  document: 'endPhoto',
  authorisation: 'authorisation',
  dispute: 'dataCheck',
  appraisal: 'appraisal',
  deathProof: 'death',
  delivery: 'receipt',
};

/** The people of the county's offices, oneself first. */
const useColleagues = (): readonly Choice[] => {
  const me = useMe();
  const { data } = useQuery({
    queryKey: ['colleagues', me.current.division],
    queryFn: () => dataOf(api.GET('/api/v1/colleagues')),
    staleTime: 600_000,
  });
  const others = (data?.colleagues ?? []).filter(({ id }) => id !== me.staffId);
  return [
    { value: me.staffId, label: `${me.name}(本人)` },
    ...others.map(({ id, name, divisionName, roleLabel }) => ({
      value: id,
      label: `${name}(${divisionName}${roleLabel})`,
    })),
  ];
};

export const useFormWorldOf = (view: CaseView, needs: string, targets: readonly string[]): FormWorld => {
  const { data: letters = [] } = useLetters(view.id);
  return {
    persons: view.members.map(({ personId, name }) => ({ value: personId, label: name })),
    staff: useColleagues(),
    letters: letters.map(({ id, title, deliveredAt }) => ({
      value: id,
      label: deliveredAt ? `${title}(已送达)` : title,
    })),
    county: view.division.slice(0, 6),
    narrowed: needs === 'returning' ? { to: targets } : {},
    Member: MemberControl,
    upload: (file) => uploadDocument(view.id, documentKindOf[needs] ?? 'other', file),
  };
};
