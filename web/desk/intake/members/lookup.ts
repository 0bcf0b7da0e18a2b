import { useQueries, useQuery } from '@tanstack/react-query';
import { checkIdNumber } from '../../../../domain/identity';
import { api, dataOf } from '../../../shared/api/client';
import { today } from '../../../shared/format/dates';
import { memberName, type Content } from '../content';
import type { FactContent } from '../../facts/fields';
import type { Missing } from '../missing';
import { texts } from '../texts';

/** The number of a member once it is a whole and right one. */
export const numberOf = (member: FactContent): string | undefined => {
  const written = typeof member['idNumber'] === 'string' ? member['idNumber'] : '';
  const checked = checkIdNumber(written, today());
  return checked.ok ? checked.number : undefined;
};

/** The number travels in the body, and stays in memory no longer than a minute. */
const lookupOf = (idNumber: string | undefined) => ({
  queryKey: ['lookup', idNumber],
  queryFn: () => dataOf(api.POST('/api/v1/persons/lookup', { body: { idNumber: idNumber ?? '' } })),
  enabled: idNumber !== undefined,
  retry: false,
  staleTime: 60_000,
  gcTime: 60_000,
});

/** Whether a person is known and has an open case. */
export const useLookup = (idNumber: string | undefined) => useQuery(lookupOf(idNumber));

/** Members who are in an open case of this programme already: their application is stopped here, not after submission. */
export const useDuplicates = ({ members, programme }: Content): readonly Missing[] => {
  const found = useQueries({ queries: members.map((member) => lookupOf(numberOf(member))) });
  return members.flatMap((member, index) => {
    const { openCases = [], elsewhere = [] } = found[index]?.data ?? {};
    const same = [...openCases, ...elsewhere].filter((one) => one.programme === programme);
    return same.length === 0
      ? []
      : [
          {
            part: 'members' as const,
            path: `members[${index}].idNumber`,
            sentence: `${memberName(member, index)}:${texts.duplicate(same.map(({ number }) => number).join('、'))}`,
          },
        ];
  });
};

/** The same person typed twice. */
export const twiceIn = ({ members }: Content): readonly Missing[] =>
  members.flatMap((member, index) => {
    const number = numberOf(member);
    const first = members.findIndex((other) => number !== undefined && numberOf(other) === number);
    return first < 0 || first === index
      ? []
      : [
          {
            part: 'members' as const,
            path: `members[${index}].idNumber`,
            sentence: `${memberName(member, index)}:${texts.twice(memberName(members[first] ?? {}, first))}`,
          },
        ];
  });
