import { Button } from 'antd';
import { FactFields } from '../../facts/fact-fields';
import type { FactContent } from '../../facts/fields';
import { memberName, nextRef, refOf } from '../content';
import { identityFields, situationFields } from '../member-fields';
import { problemsOf, type PartProps } from '../part-props';
import { texts } from '../texts';
import { Found } from './found';

/** One member at a time, the ID number first. */
export const MembersPart = ({ content, change, problems }: PartProps) => {
  const put = (index: number, member: FactContent): void =>
    change({ members: content.members.map((old, i) => (i === index ? member : old)) });
  const common = (index: number, member: FactContent) => ({
    value: member,
    members: [],
    problems: problemsOf(problems, `members[${index}]`),
    change: (next: FactContent) => put(index, next),
  });
  const remove = (ref: string): void =>
    change({
      members: content.members.filter((member) => refOf(member) !== ref),
      incomes: content.incomes.filter(({ member }) => member !== ref),
      expenses: content.expenses.filter(({ member }) => member !== ref),
      assets: content.assets.filter(({ member }) => member !== ref),
      relatives: content.relatives.filter(({ member }) => member !== ref),
    });
  return (
    <>
      {content.members.map((member, index) => (
        <fieldset key={refOf(member)} className="list-item" id={`member-${refOf(member)}`}>
          <legend>{memberName(member, index)}</legend>
          <FactFields
            {...common(index, member)}
            id={`members-${index}`}
            fields={identityFields(Boolean(member['idNumber']))}
          />
          <Found member={member} />
          <FactFields {...common(index, member)} id={`members-${index}`} fields={situationFields} />
          {refOf(member) === content.applicant ? null : (
            <Button size="small" onClick={() => remove(refOf(member))}>
              {`${texts.removeMember}${memberName(member, index)}`}
            </Button>
          )}
        </fieldset>
      ))}
      <Button onClick={() => change({ members: [...content.members, { ref: nextRef(content.members) }] })}>
        {texts.addMember}
      </Button>
    </>
  );
};
