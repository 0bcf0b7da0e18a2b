import { Alert, Button } from 'antd';
import { useRef, useState, type ChangeEvent } from 'react';
import { asProblem } from '../../../shared/api/problem';
import { useMay } from '../../session/api';
import type { RunTabProps } from '../tabs';
import { useImportReturn } from './api';
import { texts } from './texts';

const { returns: words } = texts;
const ACCEPTED = '.csv,.xlsx,.txt';

interface Told {
  readonly type: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly more?: string | undefined;
}

/** Takes a bank's answer; what became of it stands above the list. */
export const ReturnUpload = ({ run }: RunTabProps) => {
  const may = useMay('payment.returns');
  const bring = useImportReturn(run.id);
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [told, tell] = useState<Told>();
  const sent = run.releasedAt !== null;

  const take = async (file: File): Promise<void> => {
    setBusy(true);
    try {
      const { again, total, applied, problem } = await bring(file);
      const whole = total === applied && problem === null;
      tell(
        again
          ? { type: 'info', title: words.again }
          : { type: whole ? 'success' : 'warning', title: words.done(total, applied), more: problem ?? undefined },
      );
    } catch (error) {
      tell({ type: 'error', title: asProblem(error).message });
    } finally {
      setBusy(false);
    }
  };
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    if (file) void take(file);
    target.value = '';
  };
  return (
    <section className="panel no-print" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="quiet small">{may ? (sent ? words.hint : words.early) : words.financeOnly}</p>
      {may && sent ? (
        <>
          <Button type="primary" loading={busy} onClick={() => input.current?.click()}>
            {words.choose}
          </Button>
          <input ref={input} type="file" hidden aria-label={words.choose} accept={ACCEPTED} onChange={chosen} />
        </>
      ) : null}
      <div role="status">
        {told ? <Alert type={told.type} title={told.title} description={told.more} showIcon /> : null}
      </div>
    </section>
  );
};
