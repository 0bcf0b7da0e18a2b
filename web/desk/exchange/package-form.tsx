import { App } from 'antd';
import { useState } from 'react';
import { today } from '../../shared/format/dates';
import type { PlainField, PlainValues } from '../../shared/plain-form/plain-field';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useMe } from '../session/api';
import { useExchange } from './api';
import { texts } from './texts';

const { packages: words } = texts;
const optionsOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

const fields: readonly PlainField[] = [
  { name: 'kind', label: words.kind, type: 'choice', required: true, options: optionsOf(texts.kinds) },
  { name: 'mode', label: words.mode, type: 'choice', required: true, options: optionsOf(texts.modes) },
  { name: 'from', label: words.from, type: 'date' },
  { name: 'to', label: words.to, type: 'date' },
  { name: 'month', label: words.month, type: 'text', hint: words.monthHint },
];

/** The county's own package; from the first of the month until today unless somebody says otherwise. */
export const PackageForm = () => {
  const { current } = useMe();
  const { make } = useExchange();
  const { message } = App.useApp();
  const [day] = useState(today);
  const initial: PlainValues = { mode: 'incremental', from: `${day.slice(0, 7)}-01`, to: day, month: day.slice(0, 7) };
  return (
    <section className="panel no-print" aria-label={words.make}>
      <h2>{words.make}</h2>
      <p className="quiet small">{words.makeHint}</p>
      <PlainForm
        id="exchange-package"
        fields={fields}
        initial={initial}
        submit={words.submit}
        send={({ kind = '', mode = '', from = '', to = '', month = '' }) =>
          make({
            county: current.division,
            kind,
            mode,
            ...(kind === 'lowIncomeList' ? { month } : { from, to }),
          })
        }
        done={() => void message.success(words.asked)}
      />
    </section>
  );
};
