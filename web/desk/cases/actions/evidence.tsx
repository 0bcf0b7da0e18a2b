import { useEffect, type ComponentType } from 'react';
import type { CaseView } from '../../../shared/api/types';
import { civilDateAt } from '../../../../domain/civil-date';
import { asList, asObject, type JsonObject } from '../../../shared/schema-form/schema';
import { useDocuments } from '../api';
import { useMissing } from '../prints/api';
import { texts } from './evidence-texts';

interface Props {
  readonly view: CaseView;
  readonly value: JsonObject;
  readonly change: (value: JsonObject) => void;
}

/** Whether a list still holds nothing but what an empty form begins with. */
const isBlank = (list: unknown, name: string): boolean =>
  asList(list as JsonObject[string]).every((item) => !asObject(item)[name]);

/** Authorisations signed at the counter are offered as they are, so that nobody types them again. */
const SignedPapers = ({ view, value, change }: Props) => {
  const { data = [] } = useDocuments(view.id);
  const waiting = new Set(
    view.members.filter((one) => one.mustAuthorise && !one.authorised && !one.leftOn).map(({ personId }) => personId),
  );
  const signed = data.filter((one) => one.kind === 'authorisation' && one.personId && waiting.has(one.personId));
  const last = signed.at(-1);
  const ready = last !== undefined && isBlank(value['signatures'], 'personId');
  useEffect(() => {
    if (!ready) return;
    const byPerson = new Map(signed.map(({ personId, id }) => [personId, id]));
    change({
      ...value,
      signatures: [...byPerson].map(([personId, documentId]) => ({ personId, manner: 'signature', documentId })),
      signedOn: civilDateAt(Date.parse(last.uploadedAt)),
    });
  }, [ready]);
  return signed.length === 0 ? null : <p className="note">{texts.signed(signed.length)}</p>;
};

/** The one-time notice begins with what the file lacks. */
const OwedPapers = ({ view, value, change }: Props) => {
  const { data = [] } = useMissing(view.id);
  const owed = data.filter(({ stage }) => stage === 'submitted').flatMap(({ items }) => items);
  const ready = owed.length > 0 && isBlank(value['items'], 'paper');
  useEffect(() => {
    if (!ready) return;
    change({
      ...value,
      items: owed.map(({ label, of, todo }) => ({
        paper: of.length > 0 ? `${label}(${of.join('、')})` : label,
        why: todo,
      })),
    });
  }, [ready]);
  return owed.length === 0 ? null : <p className="note">{texts.owed(owed.length)}</p>;
};

const byNeed: Readonly<Record<string, ComponentType<Props>>> = {
  authorisation: SignedPapers,
  missingPapers: OwedPapers,
};

/** What the file knows already of an action's input is filled in, and said; everything can be changed. */
export const Evidence = ({ needs, ...props }: Props & { readonly needs: string }) => {
  const Known = byNeed[needs];
  return Known ? <Known {...props} /> : null;
};
