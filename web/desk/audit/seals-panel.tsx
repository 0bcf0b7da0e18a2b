import { Alert } from 'antd';
import { useState } from 'react';
import { showDate, showInstant } from '../../shared/format/dates';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { AsyncView } from '../../shared/states/async-view';
import { useSeals, verifyDay } from './api';
import { texts } from './texts';

type Verified = Awaited<ReturnType<typeof verifyDay>>;

const Result = ({ day, sound, findings }: Verified) => {
  if (findings.length > 0)
    return (
      <Alert
        type="error"
        className="gap"
        title={texts.broken(findings.length)}
        description={findings.slice(0, 20).map(({ auditId, says }) => (
          <div key={auditId + says}>{says}</div>
        ))}
      />
    );
  const words = sound > 0 ? texts.sound(showDate(day), sound) : texts.noRows(showDate(day));
  return <Alert type={sound > 0 ? 'success' : 'info'} className="gap" title={words} />;
};

/** How far the chain goes, and a check of one day on demand. */
export const SealsPanel = () => {
  const [result, setResult] = useState<Verified>();
  return (
    <section className="panel" aria-label={texts.seals}>
      <h2>{texts.seals}</h2>
      <AsyncView query={useSeals()} rows={2}>
        {({ sealedUpTo, waiting, days }) => (
          <>
            <p>
              {sealedUpTo ? `${texts.sealedUpTo} ${showInstant(sealedUpTo)}` : texts.notYet}
              <span className="quiet">{`,${texts.waits(waiting)}`}</span>
            </p>
            <PlainForm
              id="verify-day"
              primary={false}
              fields={[{ name: 'day', label: texts.day, type: 'date', required: true }]}
              initial={{ day: days[0]?.day ?? '' }}
              submit={texts.verify}
              send={async ({ day = '' }) => setResult(await verifyDay(day))}
            />
          </>
        )}
      </AsyncView>
      <div aria-live="polite">{result ? <Result {...result} /> : null}</div>
    </section>
  );
};
