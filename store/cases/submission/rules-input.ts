import type { CivilDate } from '../../../domain/civil-date';
import { identityOf } from '../../../domain/dibao/identity-of';
import type { AssessmentInput, Member } from '../../../domain/dibao/input';
import type { Application, ApplicationMember } from './types';

const asMember = ({ ref, phone: _phone, ...member }: ApplicationMember): Member => ({ ...member, id: ref });

/** The application as the rules' input: members are named by their `ref`, and paths of errors stay the same. */
export const rulesInput = (application: Application, on: CivilDate): AssessmentInput => ({
  date: on,
  division: application.division,
  area: application.area,
  members: application.members.map(asMember),
  ...(application.incomes && { incomes: application.incomes }),
  ...(application.expenses && { expenses: application.expenses }),
  ...(application.support && { support: application.support }),
  ...(application.assets && { assets: application.assets }),
});

/** What the file keeps of a member: features alone; name, numbers, birth and sex belong to the person. */
export const memberFact = (member: ApplicationMember, personIdOf: (ref: string) => string, on: CivilDate): Member => {
  const {
    name: _name,
    idNumber: _idNumber,
    disabilityCertificate: _certificate,
    birthDate: _birthDate,
    sex: _sex,
    relationTo,
    ...features
  } = asMember(member);
  const { disability } = identityOf(asMember(member), on);
  return {
    ...features,
    id: personIdOf(member.ref),
    ...(relationTo && { relationTo: personIdOf(relationTo) }),
    ...(disability && {
      disability: { grade: disability.grade, ...(disability.category && { category: disability.category }) },
    }),
  };
};
