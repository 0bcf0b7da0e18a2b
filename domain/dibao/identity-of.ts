import type { CivilDate } from '../civil-date';
import { birthDateOf, checkDisabilityCertificate } from '../identity';
import type { DisabilityCategory, Member } from './input';

export interface Identity {
  readonly birthDate: CivilDate | undefined;
  readonly disability: { readonly category: DisabilityCategory | undefined; readonly grade: number } | undefined;
}

/** Written in full-width characters or with spaces, a number means the same. */
const plain = (written: string): string => written.normalize('NFKC').replace(/\s/g, '');

/** Birth date and disability from whatever the member carries; numbers are taken as already checked. */
export const identityOf = (member: Member, on: CivilDate): Identity => {
  const number = member.idNumber ?? member.disabilityCertificate;
  const birthDate = member.birthDate ?? (number === undefined ? undefined : birthDateOf(plain(number)));
  if (member.disability || member.disabilityCertificate === undefined) {
    const { grade, category } = member.disability ?? {};
    return { birthDate, disability: grade === undefined ? undefined : { grade, category } };
  }
  const certificate = checkDisabilityCertificate(member.disabilityCertificate, on);
  return { birthDate, disability: certificate.ok ? certificate : undefined };
};
