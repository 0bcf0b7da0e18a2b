import { Button } from 'antd';
import { showDate, today } from '../../shared/format/dates';
import { FactFields } from '../facts/fact-fields';
import type { FactContent } from '../facts/fields';
import { useLookup } from './api';
import { identityOf, memberName, nextRef, refOf } from './content';
import { memberFields } from './member-fields';
import { problemsOf, type PartProps } from './part-props';
import { texts } from './texts';

/** What follows from the number, and whether the person is known, while it is typed. */
const Derived = ({ member }: { readonly member: FactContent }) => {
  const written = typeof member['idNumber'] === 'string' ? member['idNumber'] : '';
  const identity = identityOf(member, today());
  const whole = written.replace(/\s/g, '').length >= 18;
  const lookup = useLookup(whole && !identity.problem ? written.replace(/\s/g, '').toUpperCase() : undefined);
  if (written === '') return null;
  if (identity.problem) return whole ? <p className="field-problem">{identity.problem}</p> : null;
  const { openCases = [], elsewhere = [] } = lookup.data ?? {};
  return (
    <p className="quiet">
      {texts.derived(showDate(identity.birthDate), texts.sexes[identity.sex ?? ''] ?? '', identity.age ?? 0)}
      {openCases.length > 0 ? (
        <span className="field-problem">{` ${texts.openCase(openCases.map(({ number }) => number).join('、'))}`}</span>
      ) : null}
      {elsewhere.map(({ number }) => (
        <span key={number} className="field-problem">{` ${texts.elsewhere(number)}`}</span>
      ))}
    </p>
  );
};

/** One member at a time, the ID number first. */
export const MembersPart = ({ content, change, problems }: PartProps) => {
  const put = (index: number, member: FactContent): void =>
    change({ members: content.members.map((old, i) => (i === index ? member : old)) });
  const remove = (ref: string): void =>
    change({
      members: content.members.filter((member) => refOf(member) !== ref),
      incomes: content.incomes.filter(({ member }) => member !== ref),
      expenses: content.expenses.filter(({ member }) => member !== ref),
      assets: content.assets.filter(({ member }) => member !== ref),
    });
  return (
    <>
      {content.members.map((member, index) => (
        <fieldset key={refOf(member)} className="list-item" id={`member-${refOf(member)}`}>
          <legend>{memberName(member, index)}</legend>
          <FactFields
            id={`members-${index}`}
            fields={memberFields(Boolean(member['idNumber']))}
            value={member}
            members={[]}
            problems={problemsOf(problems, `members[${index}]`)}
            change={(next) => put(index, next)}
          />
          <Derived member={member} />
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
