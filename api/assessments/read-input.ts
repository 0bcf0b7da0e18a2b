import type { AssessmentInput, Member } from '../../domain/dibao/input';
import { fieldError } from '../../domain/errors';
import type { PreviewInput } from './previewSchema';

type Written = PreviewInput['members'][number];

const asMember = (written: Written, index: number, named: boolean): Member => {
  const relation =
    written.relation ?? (index === 0 && !named ? 'applicant' : written.counted === undefined ? undefined : 'other');
  if (relation === undefined) throw fieldError(`members[${index}].relation`, '请填写与申请人关系');
  return {
    ...written,
    id: written.id ?? written.name ?? String(index + 1),
    relation,
  };
};

/**
 * What the schema read, as the rules take it: a member's id defaults to the name, then to the place in the list;
 * the first member is
 * the applicant unless one is named; where the office has said who counts, no relation is needed.
 */
export const readInput = ({ id: _callersOwn, members, ...facts }: PreviewInput): AssessmentInput => {
  const named = members.some((member) => member.relation === 'applicant');
  return { ...facts, members: members.map((member, index) => asMember(member, index, named)) };
};
