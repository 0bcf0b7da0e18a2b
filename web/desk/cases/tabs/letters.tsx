import { Button } from 'antd';
import { useState } from 'react';
import type { CaseView, LetterView } from '../../../shared/api/types';
import { showDate } from '../../../shared/format/dates';
import { Tag } from '../../../shared/page/tag';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useLetter, useLetters } from '../api';

const Text = ({ caseId, letterId }: { readonly caseId: string; readonly letterId: string }) => (
  <AsyncView query={useLetter(caseId, letterId)}>{({ body }) => <div className="letter">{body}</div>}</AsyncView>
);

const Letter = ({ caseId, letter }: { readonly caseId: string; readonly letter: LetterView }) => {
  const [open, setOpen] = useState(false);
  return (
    <div className="deadline">
      <Button type="link" onClick={() => setOpen(!open)} aria-expanded={open}>
        {letter.title}
      </Button>
      <span className="quiet small">{showDate(letter.createdAt)}</span>{' '}
      {letter.deliveredAt ? <Tag>{`${showDate(letter.deliveredAt)}送达`}</Tag> : <Tag tone="accent">待送达</Tag>}
      {open ? <Text caseId={caseId} letterId={letter.id} /> : null}
    </div>
  );
};

const Letters = ({ view }: { readonly view: CaseView }) => (
  <AsyncView query={useLetters(view.id)}>
    {(letters) =>
      letters.length === 0 ? (
        <EmptyState title="还没有文书">受理、补正、决定等文书在办理时自动生成。</EmptyState>
      ) : (
        <>
          {letters.map((letter) => (
            <Letter key={letter.id} caseId={view.id} letter={letter} />
          ))}
        </>
      )
    }
  </AsyncView>
);

export default Letters;
