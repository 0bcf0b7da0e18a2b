import { Button } from 'antd';
import { useState } from 'react';
import { showYuan } from '../../../../shared/format/money';
import { texts } from '../../texts';
import { changesOf } from '../changes';
import { missingOf } from '../missing';
import { knownFacts } from '../pack';
import type { StepProps } from './step';

const words = texts.finish;

const Summary = ({ visit: { sheet, pack } }: Pick<StepProps, 'visit'>) => {
  const disputes = sheet.sum?.lines.filter(({ answer }) => answer === 'disputed').length ?? 0;
  return (
    <dl className="facts-list">
      <dt>{texts.steps[1]}</dt>
      <dd>{texts.photos.count(sheet.photos.length)}</dd>
      <dt>{texts.steps[2]}</dt>
      <dd>{`${changesOf(sheet, knownFacts(pack)).length}项有变化`}</dd>
      {sheet.sum ? (
        <>
          <dt>{texts.steps[4]}</dt>
          <dd>{`每月${showYuan(sheet.sum.monthly)},${texts.sum.disputes(disputes)}`}</dd>
        </>
      ) : null}
    </dl>
  );
};

/** What is still missing, each a tap away; or the visit is finished. */
export const FinishStep = ({ visit, go }: StepProps) => {
  const missing = missingOf(visit.sheet, knownFacts(visit.pack));
  const [busy, setBusy] = useState(false);
  const finish = async (): Promise<void> => {
    setBusy(true);
    await visit.finish();
  };
  return (
    <>
      <Summary visit={visit} />
      {missing.length > 0 ? (
        <div className="summary" role="alert">
          <div className="strong">{words.missing}</div>
          <ul>
            {missing.map(({ step, says }) => (
              <li key={says}>
                <button type="button" className="link" onClick={() => go(step)}>
                  {says}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="strong">{words.ready}</p>
      )}
      <Button
        type="primary"
        size="large"
        block
        loading={busy}
        disabled={missing.length > 0}
        onClick={() => void finish()}
      >
        {words.button}
      </Button>
    </>
  );
};
