import { factTables } from '../facts/fields';
import { ApplicationPart } from './application-part';
import { ListPart } from './list-part';
import { relativeFields } from './member-fields';
import { MembersPart } from './members-part';
import type { Part } from './missing';
import type { PartProps } from './part-props';
import { SubmitPart } from './submit-part';
import { texts } from './texts';

export const partNames = Object.keys(texts.parts) as readonly Part[];

const RELATIVES =
  '家庭成员与社会救助经办人员、村(社区)干部有近亲属关系的,须如实备案;备案不影响申请,有关人员会回避。没有的不填。';

export const PartView = ({ part, ...props }: PartProps & { readonly part: Part }) => {
  if (part === 'application') return <ApplicationPart {...props} />;
  if (part === 'members') return <MembersPart {...props} />;
  if (part === 'submit') return <SubmitPart {...props} />;
  if (part === 'relatives')
    return <ListPart {...props} list="relatives" one="一名近亲属" fields={relativeFields} hint={RELATIVES} />;
  const table = factTables.find(({ list }) => list === part);
  return table ? <ListPart {...props} list={table.list} one={table.one} fields={table.fields} /> : null;
};
