import { App } from 'antd';
import { useNavigate } from 'react-router';
import { oneOf } from '../../shared/api/client';
import { PlainForm } from '../../shared/plain-form/plain-form';
import type { PlainField } from '../../shared/plain-form/plain-field';
import { useMe } from '../session/api';
import { useOpenRun } from './api';
import { texts } from './texts';

const { open: words } = texts;
const programmes = ['dibao', 'tekun'] as const;

const fields: readonly PlainField[] = [
  { name: 'programme', label: words.programme, type: 'choice', required: true, options: words.programmes },
  { name: 'month', label: words.month, type: 'text', required: true, hint: '例如 2022-09' },
];

/** A supplementary list of the county, opened by hand; leads to it. */
export const OpenRunForm = () => {
  const { current } = useMe();
  const open = useOpenRun();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return (
    <section className="panel no-print">
      <h2>{words.title}</h2>
      <p className="quiet small">{words.hint}</p>
      <PlainForm
        id="open-run"
        fields={fields}
        submit={words.submit}
        primary={false}
        send={async ({ programme = '', month = '' }) => {
          const run = await open({
            kind: 'supplementary',
            county: current.division,
            programme: oneOf(programmes, programme) ?? 'dibao',
            month,
          });
          void message.success(texts.run.saved);
          await navigate(`/payments/${run.id}`);
        }}
      />
    </section>
  );
};
