import { App } from 'antd';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useChange } from '../../shared/plain-form/use-change';
import { requestTopUp, RESERVE } from './api';
import { texts } from './texts';

const { topUps: words } = texts;

export const TopUpForm = () => {
  const change = useChange([RESERVE]);
  const { message } = App.useApp();
  return (
    <section className="panel no-print">
      <h2>{words.enter}</h2>
      <PlainForm
        id="reserve-top-up"
        fields={[
          { name: 'amount', label: words.amount, type: 'text', required: true },
          { name: 'reason', label: words.reason, type: 'text', required: true },
        ]}
        send={async ({ amount = '', reason = '' }) => {
          await change({ amount, reason }, (key) => requestTopUp({ amount, reason }, key));
          void message.success(words.saved);
        }}
        submit={words.submit}
      />
    </section>
  );
};
