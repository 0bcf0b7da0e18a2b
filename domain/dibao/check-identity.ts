import { isCivilDate, type CivilDate } from '../civil-date';
import type { Report } from './check-input';
import type { Member } from './input';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idNumberFault = (text: string, latest: CivilDate): string | undefined => {
  if (!/^\d{17}[\dX]$/.test(text)) return '身份证号应为18位';
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isCivilDate(birth)) return '身份证号中的出生日期不存在';
  if (birth > latest) return '身份证号中的出生日期晚于核算日期';
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(text[index]), 0);
  return '10X98765432'[sum % 11] === text[17] ? undefined : '身份证号校验位不对,请核对';
};

/** Numbers of one member against each other and against the dates given. */
export const checkIdentity = (member: Member, path: string, latest: CivilDate, report: Report): void => {
  const { idNumber, disabilityCertificate } = member;
  if (idNumber !== undefined) {
    const fault = idNumberFault(idNumber, latest);
    if (fault) report(`${path}.idNumber`, fault);
  }
  if (disabilityCertificate === undefined) return;
};
