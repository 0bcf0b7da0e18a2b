import { Alert, Button } from 'antd';
import type { ProblemError } from '../../../shared/api/problem';
import type { CaseView } from '../../../shared/api/types';
import type { Problems } from '../../../shared/schema-form/check';
import { focusField } from '../../../shared/schema-form/first-wrong';
import { useTimeline } from '../api';
import { Since } from './since';
import { texts } from './texts';
import type { Conflict } from './use-submit';

/** All that is wrong, on top; each sentence leads to its field. */
export const Summary = ({
  problems,
  idOf,
}: {
  readonly problems: Problems;
  readonly idOf: (path: string) => string;
}) => {
  const list = Object.entries(problems);
  if (list.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1}>
      <div className="strong">{texts.problems}</div>
      <ul>
        {list.map(([path, sentence]) => (
          <li key={path}>
            <a
              href={`#${idOf(path)}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(idOf(path));
              }}
            >
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Somebody was faster: what changed, and the way on; the input stays. */
export const ConflictNotice = ({
  conflict,
  view,
  acknowledge,
}: {
  readonly conflict: Conflict;
  readonly view: CaseView;
  readonly acknowledge: () => void;
}) => {
  const { data: events = [] } = useTimeline(view.id);
  return (
    <Alert
      type="warning"
      className="gap"
      title={texts.conflict}
      description={
        <>
          <p>{conflict.problem.message}</p>
          <Since events={events} since={conflict.since} />
          {conflict.problem.allowed.length > 0 ? (
            <p>{`${texts.allowed}${conflict.problem.allowed.join('、')}`}</p>
          ) : null}
          <p>{texts.keptInput}</p>
          <Button onClick={acknowledge}>{texts.again}</Button>
        </>
      }
    />
  );
};

export const Failure = ({ problem }: { readonly problem: ProblemError }) => (
  <Alert
    type="error"
    className="gap"
    title={texts.failed}
    description={
      <>
        <div>{problem.message}</div>
        {problem.requestId ? <div className="quiet small">{`${texts.requestNumber}${problem.requestId}`}</div> : null}
      </>
    }
  />
);
