import type { CivilDate } from '../../../domain/civil-date';
import { checkInput, type Report } from '../../../domain/dibao/check-input';
import { currentCode, findDivision } from '../../../domain/divisions';
import { AppError, type FieldError } from '../../../domain/errors';
import { levelDigits } from '../../../domain/lifecycle/roles';
import { bornAs } from './identity';
import { rulesInput } from './rules-input';
import type { Application } from './types';

type Check = (application: Application, report: Report, on: CivilDate) => void;

const township = (code: string): string => code.slice(0, levelDigits.township);

const checkPlaces: Check = ({ division, hukouPlaces = [], route }, report, on) => {
  const known = (code: string): boolean => findDivision(township(currentCode(code, on)), on) !== undefined;
  if (!known(division)) report('division', `没有乡镇(街道)${division},请从行政区划列表中选择`);
  hukouPlaces.forEach((code, index) => {
    if (!known(code)) report(`hukouPlaces[${index}]`, `没有乡镇(街道)${code},请从行政区划列表中选择`);
  });
  if (route === 'severalHukou' && hukouPlaces.length === 0)
    report('hukouPlaces', '家庭成员户籍不在一处的,请填写各户籍地');
};

const checkMembers: Check = ({ members, applicant }, report, on) => {
  const refs = new Map(members.map((member) => [member.ref, member]));
  const numbers = new Map<string, number>();
  members.forEach((member, index) => {
    const { birthDate, sex } = bornAs(member, on);
    if (!birthDate) report(`members[${index}].birthDate`, '没有身份证号的成员请填写出生日期');
    if (!sex) report(`members[${index}].sex`, '没有身份证号的成员请填写性别');
    if (!member.idNumber) return;
    const earlier = numbers.get(member.idNumber);
    if (earlier !== undefined) report(`members[${index}].idNumber`, `与members[${earlier}]的身份证号相同`);
    else numbers.set(member.idNumber, index);
  });
  const named = refs.get(applicant);
  if (!named) report('applicant', `申请人“${applicant}”不在家庭成员中`);
  else if (named.relation !== 'applicant') report('applicant', '申请人的“与申请人关系”应为 applicant(本人)');
};

const checkBeneficiary: Check = ({ beneficiaryScope, beneficiary, members }, report) => {
  if (beneficiaryScope === 'wholeHousehold') return;
  if (beneficiary === undefined) report('beneficiary', '按单人户申请的,请指明保障对象');
  else if (!members.some(({ ref }) => ref === beneficiary))
    report('beneficiary', `保障对象“${beneficiary}”不在家庭成员中`);
};

const checkPapers: Check = ({ applyingThrough, delegation, relatives = [], members }, report) => {
  if (applyingThrough === 'delegate' && !delegation) report('delegation', '委托他人申请的,请填写受托人和委托书');
  relatives.forEach(({ member }, index) => {
    if (!members.some(({ ref }) => ref === member)) report(`relatives[${index}].member`, `“${member}”不在家庭成员中`);
  });
};

/** The same checks as a trial calculation, whose paths are the application's own. */
const checkRules: Check = (application, report, on) => {
  try {
    checkInput(rulesInput(application, on));
  } catch (error) {
    if (!(error instanceof AppError) || !error.details.fields) throw error;
    for (const { path, message } of error.details.fields) report(path.replace(/\.id$/, '.ref'), message);
  }
};

const checks: readonly Check[] = [checkPlaces, checkMembers, checkBeneficiary, checkPapers, checkRules];

/** Everything that is wrong with an application at once. @throws AppError invalidInput with JSON paths */
export const checkApplication = (application: Application, on: CivilDate): void => {
  const found = new Map<string, FieldError>();
  const report: Report = (path, message) => {
    if (!found.has(path)) found.set(path, { path, message });
  };
  for (const check of checks) check(application, report, on);
  const fields = [...found.values()];
  if (fields[0]) throw new AppError('invalidInput', `填写有误:${fields[0].message}`, { fields });
};
