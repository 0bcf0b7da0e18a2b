import { App, Button } from 'antd';
import { fundProgrammeNames } from '../../../domain/funds/sources';
import { oneOf } from '../../shared/api/client';
import { today } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import type { PlainField, PlainValues } from '../../shared/plain-form/plain-field';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useChange } from '../../shared/plain-form/use-change';
import { FUNDS, proposeMovement, type ClosingLine } from './api';
import { texts } from './texts';

const { closing: words, movements } = texts;

export interface YearEnd {
  readonly kind: 'carry' | 'handBack';
  readonly line: ClosingLine;
  readonly year: number;
}

/** No code is empty on the form; the central government's is. */
const CENTRAL = 'central';

const fieldsFor = ({ kind, line }: YearEnd): readonly PlainField[] => [
  ...(kind === 'carry'
    ? []
    : [
        {
          name: 'fromDivision',
          label: words.to,
          type: 'choice',
          required: true,
          options: line.givers.map(({ code, name }) => ({
            value: code === '' ? CENTRAL : code,
            label: code === line.division ? words.own : name,
          })),
        } as const,
      ]),
  {
    name: 'amount',
    label: movements.amount,
    type: 'text',
    required: true,
    hint: words.amountHint(showYuan(line.left)),
  },
  { name: 'documentNumber', label: movements.documentNumber, type: 'text', required: true },
  { name: 'onDate', label: movements.onDate, type: 'date', required: true },
  { name: 'note', label: movements.note, type: 'text' },
];

/** Proposes that what a line has left goes on into the next year, or back to whom it came from; another person checks it. */
export const YearEndForm = ({ end, close }: { readonly end: YearEnd; readonly close: () => void }) => {
  const { kind, line, year } = end;
  const change = useChange([FUNDS]);
  const { message } = App.useApp();
  const send = async (values: PlainValues): Promise<void> => {
    const programme = oneOf(fundProgrammeNames, line.programme);
    if (!programme) return;
    const from = kind === 'carry' ? line.division : (values['fromDivision'] ?? '');
    const body = {
      kind,
      programme,
      year,
      source: line.source,
      fromDivision: from === CENTRAL ? '' : from,
      toDivision: line.division,
      amount: values['amount'] ?? '',
      documentNumber: values['documentNumber'] ?? '',
      onDate: values['onDate'] ?? '',
      ...(values['note'] ? { note: values['note'] } : {}),
    };
    await change(body, (key) => proposeMovement(body, key));
    void message.success(movements.saved);
  };
  const [giver] = line.givers;
  const initial = {
    amount: Number(line.mustHandBack) > 0 ? line.mustHandBack : line.left,
    onDate: today(),
    ...(kind === 'handBack' && giver ? { fromDivision: giver.code === '' ? CENTRAL : giver.code } : {}),
  };
  return (
    <section className="panel no-print">
      <h2>{words.what(words[kind], words.lineName(line))}</h2>
      <PlainForm
        id={`fund-${kind}-${line.programme}-${line.source}-${year}`}
        fields={fieldsFor(end)}
        initial={initial}
        send={send}
        submit={words.submit}
        done={close}
      />
      <Button onClick={close}>{words.close}</Button>
    </section>
  );
};
