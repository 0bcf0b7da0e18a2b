import type { CivilDate } from '../civil-date';
import type { DisabilityCategory, Member } from './input';

/** Category digit of a disability certificate (position 19). */
const categories: Readonly<Record<string, DisabilityCategory>> = {
  1: 'visual',
  2: 'hearing',
  3: 'speech',
  4: 'physical',
  5: 'intellectual',
  6: 'mental',
  7: 'multiple',
};

export interface Identity {
  readonly birthDate: CivilDate | undefined;
  readonly disability: { readonly category: DisabilityCategory | undefined; readonly grade: number } | undefined;
}

/** The birth date written in an ID number (or the certificate that begins with one). */
export const birthDateIn = (number: string | undefined): CivilDate | undefined =>
  number === undefined ? undefined : `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** Birth date and disability from whatever the member carries; numbers are taken as already checked. */
export const identityOf = (member: Member): Identity => {
  const birthDate = member.birthDate ?? birthDateIn(member.idNumber ?? member.disabilityCertificate);
  const certificate = member.disabilityCertificate;
  const disability = member.disability
    ? { category: member.disability.category, grade: member.disability.grade }
    : certificate
      ? { category: categories[certificate.charAt(18)], grade: Number(certificate.charAt(19)) }
      : undefined;
  return { birthDate, disability };
};
