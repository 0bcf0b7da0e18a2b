import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { filled, oneOf } from '../../../shared/api/client';
import { PlainForm } from '../../../shared/plain-form/plain-form';
import { useDocuments } from '../../cases/api';
import { useMay } from '../../session/api';
import type { LineView } from '../api';
import { useReissue } from './api';
import { texts } from './texts';

const { reissue: words } = texts;
const grounds = ['accountCorrected', 'accountConfirmed'] as const;

const ReissueForm = ({ line, close }: { readonly line: LineView; readonly close: () => void }) => {
  const send = useReissue();
  const { message } = App.useApp();
  const documents = useDocuments(line.caseId);
  const papers = (documents.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const mayRead = useMay('document.read');
  return (
    <section className="panel" aria-label={words.title(line.applicantName)}>
      <h3>{words.title(line.applicantName)}</h3>
      {mayRead ? <Link to={`/cases/${line.caseId}?tab=accounts`}>{words.account}</Link> : null}
      <PlainForm
        id={`reissue-${line.id}`}
        fields={[
          { name: 'ground', label: words.ground, type: 'choice', required: true, options: words.grounds },
          { name: 'evidenceId', label: words.evidence, type: 'choice', options: papers },
          { name: 'note', label: words.note, type: 'long' },
        ]}
        submit={words.save}
        send={({ ground = '', evidenceId = '', note = '' }) =>
          send(line.id, { ground: oneOf(grounds, ground) ?? 'accountCorrected', ...filled({ evidenceId, note }) })
        }
        done={() => {
          void message.success(words.saved);
          close();
        }}
      />
      <Button onClick={close}>{words.close}</Button>
    </section>
  );
};

/** A failed line can be paid anew by whoever may; the form stands beside the line. */
export const ReissueButton = ({ line }: { readonly line: LineView }) => {
  const may = useMay('payment.reissue');
  const [opened, open] = useState(false);
  if (!may) return null;
  if (opened) return <ReissueForm line={line} close={() => open(false)} />;
  return (
    <div className="run-buttons no-print">
      <Button size="small" aria-label={words.title(line.applicantName)} onClick={() => open(true)}>
        {words.button}
      </Button>
    </div>
  );
};
