import { Alert, App, Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../../../shared/states/states';
import { texts } from '../texts';
import type { Draft } from './model';

interface Props {
  readonly draft: Draft;
  readonly reopen: () => void;
  readonly discard: () => void;
}

/** Signed and waiting for the office, or refused by it: everything is still on the phone. */
export const Finished = ({ draft, reopen, discard }: Props) => {
  const { modal } = App.useApp();
  const toCase = <Link to={`/cases/${draft.caseId}`}>{texts.seeCase}</Link>;
  if (draft.state === 'waiting')
    return (
      <EmptyState title={texts.finished}>
        <p>{texts.finishedHint}</p>
        <Link to="/visits">{texts.backToList}</Link>
      </EmptyState>
    );
  return (
    <>
      <Alert
        type="warning"
        className="gap"
        title={texts.refusedTitle}
        description={
          <>
            <p>{draft.refusal}</p>
            <p>{texts.refusedHint}</p>
          </>
        }
      />
      <div className="visit-buttons">
        <Button type="primary" size="large" onClick={reopen}>
          {texts.again}
        </Button>
        <Button
          size="large"
          danger
          onClick={() => void modal.confirm({ title: texts.discardSure, okText: texts.discard, onOk: discard })}
        >
          {texts.discard}
        </Button>
        {toCase}
      </div>
    </>
  );
};
