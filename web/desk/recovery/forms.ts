import type { PlainField, PlainValues } from '../../shared/plain-form/plain-field';
import { ProblemError } from '../../shared/api/problem';
import { showYuan } from '../../shared/format/money';
import type { ActionName } from './api';
import { texts } from './texts';

const { fields: words } = texts;

interface Paper {
  readonly id: string;
  readonly name: string;
}
interface Form {
  readonly fields: readonly PlainField[];
  /** What the API takes, of what was typed. */
  readonly input: (values: PlainValues) => unknown;
}

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const note = (required: boolean): PlainField => ({ name: 'note', label: words.note, type: 'long', required });
const amount = (label: string = words.amount): PlainField => ({ name: 'amount', label, type: 'text', required: true });
const on: PlainField = { name: 'on', label: words.on, type: 'date', required: true };
const same = (values: PlainValues): unknown => values;

const LINE = /^(\d{4}-\d{2}-\d{2})\s+(\S+)$/;

/** One line for each instalment: a date and an amount. */
export const readInstalments = (text: string): readonly { readonly dueOn: string; readonly amount: string }[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, dueOn, sum] = LINE.exec(line) ?? [];
      if (!dueOn || !sum)
        throw new ProblemError({
          status: 400,
          code: 'invalidInput',
          detail: words.badInstalments,
          fields: [{ path: 'instalments', message: words.badInstalments }],
        });
      return { dueOn, amount: sum };
    });

const planInput = ({ agreementId, instalments = '', deduction, consentId }: PlainValues): unknown => ({
  agreementId,
  instalments: readInstalments(instalments),
  ...(deduction || consentId ? { deduction: { amount: deduction ?? '', consentId: consentId ?? '' } } : {}),
});

interface Sums {
  /** Yuan. */
  readonly outstanding: string;
  readonly deductionLimit: string;
}

/** The agreement of the household and its consent, if it gives one. */
const planForm = (agreement: string, options: NonNullable<PlainField['options']>, sums: Sums): Form => ({
  fields: [
    { name: 'agreementId', label: agreement, type: 'choice', required: true, options },
    {
      name: 'instalments',
      label: words.instalments,
      type: 'long',
      required: true,
      hint: words.instalmentsHint(showYuan(sums.outstanding)),
    },
    {
      name: 'deduction',
      label: words.deduction,
      type: 'text',
      hint: words.deductionHint(showYuan(sums.deductionLimit)),
    },
    { name: 'consentId', label: words.consent, type: 'choice', options },
  ],
  input: planInput,
});

/** The form of each step. */
export const formOf = (action: ActionName, papers: readonly Paper[], sums: Sums): Form => {
  const options = papers.map(({ id, name }) => ({ value: id, label: name }));
  const forms: Readonly<Record<ActionName, Form>> = {
    verify: {
      fields: [
        { name: 'fault', label: words.fault, type: 'choice', required: true, options: choices(words.faults) },
        note(true),
      ],
      input: same,
    },
    recordBankAnswer: { fields: [amount(words.bankAmount), on], input: same },
    proposePlan: planForm(words.agreement, options, sums),
    approvePlan: { fields: [note(false)], input: same },
    rejectPlan: { fields: [note(true)], input: same },
    proposeNewPlan: planForm(words.newAgreement, options, sums),
    approveNewPlan: { fields: [note(false)], input: same },
    rejectNewPlan: { fields: [note(true)], input: same },
    keepPlan: { fields: [note(true)], input: same },
    recordRepayment: { fields: [amount(), on], input: same },
    revokeConsent: {
      fields: [{ name: 'documentId', label: words.revocation, type: 'choice', options }, note(true)],
      input: ({ documentId, note: said }) => ({ note: said, ...(documentId && { documentId }) }),
    },
    proposeWriteOff: {
      fields: [
        { name: 'kind', label: words.kind, type: 'choice', required: true, options: choices(words.kinds) },
        amount(),
        { name: 'reason', label: words.reason, type: 'long', required: true },
      ],
      input: same,
    },
    approveWriteOff: { fields: [note(false)], input: same },
    rejectWriteOff: { fields: [note(true)], input: same },
  };
  return forms[action];
};
