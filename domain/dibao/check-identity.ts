import { isCivilDate, type CivilDate } from '../civil-date';
import type { Report } from './check-input';
import { birthDateIn } from './identity-of';
import type { DisabilityCategory, Member } from './input';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idNumberFault = (text: string, latest: CivilDate): string | undefined => {
  if (!/^\d{17}[\dX]$/.test(text)) return '身份证号应为18位';
  const birth = birthDateIn(text) ?? '';
  if (!isCivilDate(birth)) return '身份证号中的出生日期不存在';
  if (birth > latest) return '身份证号中的出生日期晚于核算日期';
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(text[index]), 0);
  return '10X98765432'[sum % 11] === text[17] ? undefined : '身份证号校验位不对,请核对';
};

const CERTIFICATE = /^(\d{17}[\dX])([1-7])([1-4])(B\d)?$/;
const categoryDigits: readonly DisabilityCategory[] = [
  'visual',
  'hearing',
  'speech',
  'physical',
  'intellectual',
  'mental',
  'multiple',
];

const certificateFault = (
  { idNumber, disability, disabilityCertificate = '' }: Member,
  latest: CivilDate,
): string | undefined => {
  const match = CERTIFICATE.exec(disabilityCertificate);
  if (!match) return '残疾人证号应为20位:身份证号18位、类别1位、等级1位';
  if (idNumber !== undefined && idNumber !== match[1]) return '残疾人证号前18位与身份证号不一致';
  const fault = idNumberFault(match[1]!, latest);
  if (fault) return `残疾人证号不对:${fault}`;
  if (disability && disability.grade !== Number(match[3])) return '残疾人证号中的等级与填写的不一致';
  return disability?.category && disability.category !== categoryDigits[Number(match[2]) - 1]
    ? '残疾人证号中的类别与填写的不一致'
    : undefined;
};

/** Numbers of one member against each other and against the dates given. */
export const checkIdentity = (member: Member, path: string, latest: CivilDate, report: Report): void => {
  const { idNumber, birthDate, disabilityCertificate } = member;
  const fault = idNumber === undefined ? undefined : idNumberFault(idNumber, latest);
  if (fault) report(`${path}.idNumber`, fault);
  const derived = fault ? undefined : birthDateIn(idNumber);
  if (idNumber !== undefined && birthDate !== undefined && derived !== undefined && derived !== birthDate)
    report(`${path}.birthDate`, '出生日期与身份证号不一致');
  if (idNumber !== undefined && !fault && member.sex !== undefined) {
    const sex = Number(idNumber[16]) % 2 === 1 ? 'male' : 'female';
    if (sex !== member.sex) report(`${path}.sex`, '性别与身份证号不一致');
  }
  if (disabilityCertificate === undefined) return;
  const wrong = certificateFault(member, latest);
  if (wrong) report(`${path}.disabilityCertificate`, wrong);
};
