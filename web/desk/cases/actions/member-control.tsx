import { today } from '../../../shared/format/dates';
import { asObject, type Json } from '../../../shared/schema-form/schema';
import type { ControlProps } from '../../../shared/schema-form/world';
import { FactFields } from '../../facts/fact-fields';
import { identityOf } from '../../intake/content';
import { memberFields } from '../../intake/member-fields';

/** The form asks flat what is sent as a group. */
const flat = (path: string): string =>
  path.replace(/^disability\.(.)/, (_, first: string) => `disability${first.toUpperCase()}`);

/** A new member of the household, asked as at intake. */
export const MemberControl = ({ id, value, within = {}, change }: ControlProps) => {
  const member = asObject(value);
  const { problem } = identityOf(member, today());
  const told = Object.fromEntries(Object.entries(within).map(([path, sentence]) => [flat(path), sentence]));
  return (
    <>
      <FactFields
        id={id}
        fields={memberFields(Boolean(member['idNumber']))}
        value={member}
        members={[]}
        problems={{ ...told, ...(problem ? { idNumber: problem } : {}) }}
        change={(next) => change(next as Json)}
      />
    </>
  );
};
