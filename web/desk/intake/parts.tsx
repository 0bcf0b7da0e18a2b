import { factTables } from '../facts/fields';
import { ApplicationPart } from './application-part';
import { ListPart } from './list-part';
import { MembersPart } from './members/members-part';
import type { Part } from './missing';
import { PapersPart } from './papers/papers-part';
import type { PartProps } from './part-props';
import { RelativesPart } from './relatives-part';
import { SubmitPart } from './submit-part';
import { texts } from './texts';

export const partNames = Object.keys(texts.parts) as readonly Part[];

export const PartView = ({ part, ...props }: PartProps & { readonly part: Part }) => {
  if (part === 'application') return <ApplicationPart {...props} />;
  if (part === 'members') return <MembersPart {...props} />;
  if (part === 'submit') return <SubmitPart {...props} />;
  if (part === 'relatives') return <RelativesPart {...props} />;
  if (part === 'papers') return <PapersPart {...props} />;
  const table = factTables.find(({ list }) => list === part);
  return table ? <ListPart {...props} list={table.list} one={table.one} fields={table.fields} /> : null;
};
