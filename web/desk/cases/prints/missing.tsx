import { AsyncView } from '../../../shared/states/async-view';
import { useMissing } from './api';
import { texts } from './texts';

interface Props {
  readonly caseId: string;
  /** Shown at once, where somebody is about to leave the stage. */
  readonly open?: boolean;
}

/** What the paper file lacks so far, stage by stage, folded until somebody asks. */
export const Missing = ({ caseId, open = false }: Props) => (
  <AsyncView query={useMissing(caseId)} rows={1}>
    {(stages) => {
      const count = stages.reduce((sum, { items }) => sum + items.length, 0);
      if (count === 0) return <p className="quiet">{texts.complete}</p>;
      return (
        <details open={open}>
          <summary>{texts.missing(count)}</summary>
          {stages.map(({ stage, stageLabel, items }) => (
            <div key={stage}>
              <div className="strong">{stageLabel}</div>
              <ul>
                {items.map(({ id, label, of, todo }) => (
                  <li key={id}>
                    {label}
                    {texts.of(of)}: <span className="quiet">{todo}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      );
    }}
  </AsyncView>
);
