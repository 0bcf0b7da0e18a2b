import { Alert, App, Button } from 'antd';
import { useSending } from '../../../shared/plain-form/use-sending';
import { useMay } from '../../session/api';
import { useReissueCorrected, type Reconciliation } from './api';
import { texts } from './texts';

const { reissueCorrected: words } = texts;

interface Props {
  readonly runId: string;
  readonly outlook: Reconciliation['reissue'];
}

/** Every failed line whose account has been put right, paid anew at once; of the others, why they wait. */
export const ReissueCorrected = ({ runId, outlook: { ready, stays } }: Props) => {
  const may = useMay('payment.reissue');
  const reissue = useReissueCorrected(runId);
  const { message } = App.useApp();
  const { busy, problem, send } = useSending();
  if (!may) return null;
  const start = (): Promise<void> =>
    send(async () => {
      const { reissued } = await reissue();
      void message.success(words.saved(reissued));
    });
  return (
    <section className="no-print" aria-label={words.title}>
      <p>{words.ready(ready)}</p>
      {stays.length > 0 ? (
        <ul className="small">
          {stays.map(({ reason, label, lines }) => (
            <li key={reason}>{words.stays(label, lines)}</li>
          ))}
        </ul>
      ) : null}
      {problem ? <Alert type="error" className="gap" title={problem} /> : null}
      <Button loading={busy} disabled={ready === 0} onClick={() => void start()}>
        {words.submit(ready)}
      </Button>
    </section>
  );
};
