import type { CivilDate } from '../civil-date';
import { checkDisabilityCertificate, checkIdNumber, type DisabilityCertificate, type IdNumber } from '../identity';
import type { Report } from './check-input';
import type { Member } from './input';

const againstNumber = (member: Member, number: IdNumber, path: string, report: Report): void => {
  if (member.birthDate !== undefined && member.birthDate !== number.birthDate)
    report(`${path}.birthDate`, '出生日期与身份证号不一致');
  if (member.sex !== undefined && member.sex !== number.sex) report(`${path}.sex`, '性别与身份证号不一致');
};

const againstCertificate = (
  { disability }: Member,
  certificate: DisabilityCertificate,
  number: IdNumber | undefined,
): string | undefined => {
  if (number && number.number !== certificate.idNumber) return '残疾人证号前18位与身份证号不一致';
  if (disability && disability.grade !== certificate.grade) return '残疾人证号中的等级与填写的不一致';
  return disability?.category && disability.category !== certificate.category
    ? '残疾人证号中的类别与填写的不一致'
    : undefined;
};

/** Numbers of one member, against each other and against what else was written. */
export const checkIdentity = (member: Member, path: string, latest: CivilDate, report: Report): void => {
  const number = member.idNumber === undefined ? undefined : checkIdNumber(member.idNumber, latest);
  if (number?.ok === false) report(`${path}.idNumber`, number.message);
  if (number?.ok) againstNumber(member, number, path, report);
  if (member.disabilityCertificate === undefined) return;
  const certificate = checkDisabilityCertificate(member.disabilityCertificate, latest);
  const fault = certificate.ok
    ? againstCertificate(member, certificate, number?.ok ? number : undefined)
    : certificate.message;
  if (fault) report(`${path}.disabilityCertificate`, fault);
};
