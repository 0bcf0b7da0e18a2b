import { App } from 'antd';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useMe } from '../session/api';
import { usePropose } from './api';
import { texts } from './texts';

const PROVINCE = 2;

/** Days of one place: a holiday of an autonomous prefecture, a market day, a local make-up day. */
export const LocalForm = ({ year }: { readonly year: number }) => {
  const { division } = useMe().current;
  const propose = usePropose();
  const { message } = App.useApp();
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <section className="panel">
      <h2>{texts.enterLocal}</h2>
      <p className="quiet small">{texts.enterLocalHint}</p>
      <PlainForm
        id="local-days"
        fields={[
          { name: 'division', label: texts.place, type: 'place', required: true, root: division },
          { name: 'why', label: texts.why, type: 'text', required: true },
          { name: 'from', label: texts.from, type: 'date', required: true },
          { name: 'to', label: texts.to, type: 'date', required: true },
          { name: 'kind', label: texts.kind, type: 'choice', required: true, options: options(texts.kinds) },
          { name: 'closes', label: texts.closes, type: 'choice', required: true, options: options(texts.closing) },
          { name: 'source', label: texts.docSource, type: 'text', required: true },
        ]}
        initial={{ division: division.length > PROVINCE ? division : '', kind: 'off', closes: 'yes' }}
        submit={texts.saveLocal}
        send={({ division: place = '', why = '', from = '', to = '', kind, closes, source = '' }) =>
          propose.mutateAsync({
            year: Number(to.slice(0, 4)) || year,
            division: place,
            source,
            days: [{ from, to, why, kind: kind === 'work' ? 'work' : 'off', closesOffice: closes !== 'no' }],
          })
        }
        done={() => void message.success(texts.saved)}
      />
    </section>
  );
};
