import { today } from '../../../shared/format/dates';
import { asObject, type Json } from '../../../shared/schema-form/schema';
import type { ControlProps } from '../../../shared/schema-form/world';
import { FactFields } from '../../facts/fact-fields';
import { identityOf } from '../../intake/content';
import { memberFields } from '../../intake/member-fields';

/** A new member of the household, asked as at intake. */
export const MemberControl = ({ id, value, change }: ControlProps) => {
  const member = asObject(value);
  const { problem } = identityOf(member, today());
  return (
    <>
      <FactFields
        id={id}
        fields={memberFields(Boolean(member['idNumber']))}
        value={member}
        members={[]}
        problems={problem ? { idNumber: problem } : {}}
        change={(next) => change(next as Json)}
      />
    </>
  );
};
