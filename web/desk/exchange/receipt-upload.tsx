import { Alert } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { asProblem } from '../../shared/api/problem';
import { AsyncView } from '../../shared/states/async-view';
import { useExchange, useReceipt } from './api';
import { FileChoice } from './file-choice';
import { FileProgress } from './file-progress';
import { ReceiptRows } from './receipt-rows';
import { texts } from './texts';

const { receipt: words } = texts;
const counts = ['accepted', 'rejected', 'repeated', 'unknown', 'conflicting', 'malformed'] as const;

/** How the lines of a receipt were answered, and each of them. */
export const ReceiptResult = ({ receiptId }: { readonly receiptId: string }) => (
  <AsyncView query={useReceipt(receiptId)}>
    {(receipt) => (
      <div aria-live="polite">
        <h3>{words.result}</h3>
        <p>{counts.map((name) => `${words[name]}${receipt[name]}`).join(',')}</p>
        <ReceiptRows receiptId={receipt.id} />
      </div>
    )}
  </AsyncView>
);

/** A file of answers to one package: what it says is told line by line. */
export const ReceiptUpload = ({ packageId }: { readonly packageId: string }) => {
  const { receive } = useExchange();
  const upload = useMutation({ mutationFn: (file: File) => receive(packageId, file) });
  return (
    <section className="panel exchange-file no-print" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="quiet small">{words.hint}</p>
      {upload.isError ? <Alert type="error" className="gap" title={asProblem(upload.error).message} /> : null}
      <FileChoice label={words.choose} busy={upload.isPending} chosen={(file) => upload.mutate(file)} />
      {upload.data ? (
        <FileProgress key={upload.data.id} taken={upload.data}>
          <ReceiptResult receiptId={upload.data.id} />
        </FileProgress>
      ) : null}
    </section>
  );
};
