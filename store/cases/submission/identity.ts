import type { CivilDate } from '../../../domain/civil-date';
import { identityOf } from '../../../domain/dibao/identity-of';
import { birthDateOf, sexOf, type Sex } from '../../../domain/identity';
import type { ApplicationMember } from './types';

/** Birth date and sex from the ID number where there is one (GB 11643), else as stated; the number was checked before. */
export const bornAs = (
  member: ApplicationMember,
  on: CivilDate,
): { readonly birthDate: CivilDate | undefined; readonly sex: Sex | undefined } => {
  const { ref, ...features } = member;
  const { idNumber } = member;
  if (!idNumber) return { birthDate: identityOf({ ...features, id: ref }, on).birthDate, sex: member.sex };
  return { birthDate: birthDateOf(idNumber), sex: sexOf(idNumber) };
};
