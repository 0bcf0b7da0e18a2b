import { useState } from 'react';
import type { CaseView, LetterView } from '../../../shared/api/types';
import { showDate } from '../../../shared/format/dates';
import { Tag } from '../../../shared/page/tag';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useLetter, useLetters } from '../api';
import { printOf } from '../prints/api';
import { PrintLink } from '../prints/print-link';
import { texts as prints } from '../prints/texts';

const Text = ({ caseId, letterId }: { readonly caseId: string; readonly letterId: string }) => (
  <AsyncView query={useLetter(caseId, letterId)}>{({ body }) => <div className="letter">{body}</div>}</AsyncView>
);

const Letter = ({ caseId, letter }: { readonly caseId: string; readonly letter: LetterView }) => {
  const [open, setOpen] = useState(false);
  return (
    <div className="deadline">
      <button type="button" className="link strong" onClick={() => setOpen(!open)} aria-expanded={open}>
        {letter.title}
      </button>{' '}
      <span className="quiet small">{showDate(letter.createdAt)}</span>{' '}
      {letter.deliveredAt ? <Tag>{`${showDate(letter.deliveredAt)}送达`}</Tag> : <Tag tone="accent">待送达</Tag>}{' '}
      <PrintLink href={printOf.letter(caseId, letter.id)} label={prints.letterOf(letter.title)}>
        {prints.letter}
      </PrintLink>
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
