import { isCivilDate } from '../civil-date';
import { checkIdentity } from './check-identity';
import type { Report } from './check-input';
import type { AssessmentInput, Member } from './input';

const schoolLevels = new Set(['preschool', 'primary', 'juniorSecondary', 'seniorSecondary']);

const checkDay = (day: string | undefined, path: string, latest: string, report: Report): void => {
  if (day === undefined) return;
  if (!isCivilDate(day)) report(path, `日期“${day}”不存在`);
  else if (day > latest) report(path, `日期“${day}”晚于核算日期`);
};

/** A child is a minor or an adult: without an age the definition of the family cannot be applied. */
const needsAge = (member: Member): boolean =>
  member.relation === 'child' &&
  member.age === undefined &&
  member.birthDate === undefined &&
  member.idNumber === undefined &&
  member.disabilityCertificate === undefined &&
  member.counted === undefined &&
  !(member.student && schoolLevels.has(member.student.level));

const checkRelationTo = (input: AssessmentInput, report: Report): void => {
  if (input.members.every(({ relationTo }) => relationTo === undefined)) return;
  const anchors = new Map(input.members.map((member) => [member.id, member.relationTo]));
  input.members.forEach(({ id, relationTo }, index) => {
    if (relationTo === undefined) return;
    const path = `members[${index}].relationTo`;
    if (!anchors.has(relationTo)) return report(path, `没有成员“${relationTo}”`);
    let next: string | undefined = relationTo;
    for (let steps = 0; next !== undefined && steps <= input.members.length; steps += 1) {
      if (next === id) return report(path, '成员关系成环');
      next = anchors.get(next);
    }
  });
};

/** Ids, relations, dates and numbers of the members; hands back the ids for the other lists. */
export const checkMembers = (input: AssessmentInput, isDate: boolean, report: Report): ReadonlySet<string> => {
  const ids = new Set<string>();
  const latest = isDate ? input.date : '9999-12-31';
  if (input.members.length === 0) report('members', '至少填写一名家庭成员');
  input.members.forEach((member, index) => {
    const path = `members[${index}]`;
    if (member.id === '') report(`${path}.id`, '请填写成员编号');
    if (ids.has(member.id)) report(`${path}.id`, `成员编号“${member.id}”重复`);
    ids.add(member.id);
    checkDay(member.birthDate, `${path}.birthDate`, latest, report);
    checkDay(member.diedOn, `${path}.diedOn`, '9999-12-31', report);
    if (member.age !== undefined && !(Number.isInteger(member.age) && member.age >= 0 && member.age <= 150))
      report(`${path}.age`, '年龄应为0至150的整数');
    const grade = member.disability?.grade;
    if (grade !== undefined && ![1, 2, 3, 4].includes(grade)) report(`${path}.disability.grade`, '残疾等级为1至4级');
    if (member.religiousYearsApart !== undefined && member.religiousYearsApart < 0)
      report(`${path}.religiousYearsApart`, '年数不能为负数');
    checkIdentity(member, path, latest, report);
    if (needsAge(member)) report(`${path}.birthDate`, '子女请填写出生日期、年龄或身份证号,以判断是否成年');
  });
  const applicants = input.members.filter((member) => member.relation === 'applicant').length;
  if (input.members.length > 0 && applicants !== 1)
    report('members', `应有且只有一名申请人(relation 为 applicant),现有${applicants}名`);
  checkRelationTo(input, report);
  return ids;
};
