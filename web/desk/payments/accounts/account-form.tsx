import { App } from 'antd';
import { banks, type Bank } from '../../../../domain/payments/accounts';
import { filled } from '../../../shared/api/client';
import type { CaseView } from '../../../shared/api/types';
import { PlainForm } from '../../../shared/plain-form/plain-form';
import type { PlainField, PlainValues } from '../../../shared/plain-form/plain-field';
import { useDocuments } from '../../cases/api';
import { useProposeAccount, type NewAccount } from './api';
import { texts } from './texts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

const bankOptions = Object.entries(banks).map(([value, label]) => ({ value, label }));

const fieldsOf = (people: readonly Choice[], papers: readonly Choice[]): readonly PlainField[] => [
  { name: 'bank', label: texts.bank, type: 'choice', required: true, options: bankOptions },
  { name: 'number', label: texts.number, type: 'text', required: true, hint: texts.numberHint },
  { name: 'holderName', label: texts.holder, type: 'text', required: true, hint: texts.holderHint },
  { name: 'holderPersonId', label: texts.person, type: 'choice', hint: texts.personHint, options: people },
  { name: 'agreementId', label: texts.agreement, type: 'choice', options: papers },
  {
    name: 'evidenceId',
    label: texts.evidence,
    type: 'choice',
    required: true,
    hint: texts.evidenceHint,
    options: papers,
  },
];

const accountOf = (values: PlainValues): NewAccount => {
  const { bank = '', number = '', holderName = '', evidenceId = '', holderPersonId, agreementId } = values;
  return { bank: bank as Bank, number, holderName, evidenceId, ...filled({ holderPersonId, agreementId }) };
};

/** A household's new account; a card number is never kept in the browser. */
export const AccountForm = ({ view }: { readonly view: CaseView }) => {
  const propose = useProposeAccount(view.id);
  const documents = useDocuments(view.id);
  const { message } = App.useApp();
  const people = view.members.map(({ personId, name }) => ({ value: personId, label: name }));
  const papers = (documents.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section className="panel no-print">
      <h3>{texts.enter}</h3>
      <PlainForm
        id={`account-${view.id}`}
        fields={fieldsOf(people, papers)}
        submit={texts.submit}
        primary={false}
        secret
        send={(values) => propose(accountOf(values))}
        done={() => void message.success(texts.saved)}
      />
    </section>
  );
};
