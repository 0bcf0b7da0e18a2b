import { App } from 'antd';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useMay, useMe } from '../session/api';
import { useApproveUplift, useCancelUplift, type UpliftDetail } from './api';
import { texts } from './texts';

const { one: words } = texts;

const blockedBy = ({ uplift, sample }: UpliftDetail, staffId: string): string | undefined => {
  if (sample.drawn > sample.checked) return words.approveBlocked.sample(sample.drawn - sample.checked);
  if (sample.wrong > 0) return words.approveBlocked.wrong(sample.wrong);
  return uplift.madeBy === staffId ? words.approveBlocked.own : undefined;
};

const Approve = ({ detail }: { readonly detail: UpliftDetail }) => {
  const { staffId } = useMe();
  const send = useApproveUplift(detail.uplift.id);
  const { message } = App.useApp();
  const blocked = blockedBy(detail, staffId);
  if (blocked) return <p className="quiet">{`${words.approve}:${blocked}`}</p>;
  return (
    <PlainForm
      id={`approve-${detail.uplift.id}`}
      fields={[{ name: 'note', label: words.approveNote, type: 'text', required: true }]}
      submit={words.approve}
      send={send}
      done={() => void message.success(words.approved)}
    />
  );
};

const Cancel = ({ detail }: { readonly detail: UpliftDetail }) => {
  const send = useCancelUplift(detail.uplift.id);
  const { message } = App.useApp();
  return (
    <details>
      <summary>{words.cancel}</summary>
      <PlainForm
        id={`cancel-${detail.uplift.id}`}
        fields={[{ name: 'reason', label: words.cancelReason, type: 'text', required: true }]}
        submit={words.cancel}
        primary={false}
        send={send}
        done={() => void message.success(words.cancelled)}
      />
    </details>
  );
};

/** What can be done now, and what stands in the way of it. */
export const DecidePanel = ({ detail }: { readonly detail: UpliftDetail }) => {
  const { uplift } = detail;
  const within = uplift.division.startsWith(useMe().current.division);
  const mayApprove = useMay('uplift.approve') && within && uplift.state === 'reviewing';
  const mayCancel = useMay('uplift.prepare') && within && ['reckoning', 'reviewing', 'approved'].includes(uplift.state);
  if (!mayApprove && !mayCancel) return null;
  return (
    <section className="panel no-print">
      {mayApprove ? <Approve detail={detail} /> : null}
      {mayCancel ? <Cancel detail={detail} /> : null}
    </section>
  );
};
