import { App, Button } from 'antd';
import { useToldSending } from '../../../shared/plain-form/use-sending';
import type { Choice } from '../../../shared/schema-form/world';
import { contentOf, useRemovePaper, type Paper } from './api';
import { texts } from './texts';

interface Props {
  readonly draftId: string;
  readonly papers: readonly Paper[];
  readonly members: readonly Choice[];
}

/** What browsers can show small. */
const shown = new Set(['image/jpeg', 'image/png', 'image/webp']);

export const PaperList = ({ draftId, papers, members }: Props) => {
  const { modal } = App.useApp();
  const { send } = useToldSending();
  const remove = useRemovePaper(draftId);
  const ownerOf = ({ member }: Paper): string => members.find(({ value }) => value === member)?.label ?? texts.whole;
  const ask = ({ id, name }: Paper): void => {
    void modal.confirm({
      title: texts.removeAsk(name),
      okText: texts.remove,
      onOk: () => send(() => remove.mutateAsync(id)),
    });
  };
  return (
    <section>
      <h3>{`${texts.uploaded}(${papers.length})`}</h3>
      {papers.length === 0 ? <p className="quiet">{texts.none}</p> : null}
      <ul className="papers">
        {papers.map((paper) => (
          <li key={paper.id}>
            <a
              href={contentOf(draftId, paper.id)}
              target="_blank"
              rel="noreferrer"
              aria-label={texts.look(`${paper.kindLabel}${paper.name}`)}
            >
              {shown.has(paper.mime) ? (
                <img src={contentOf(draftId, paper.id)} alt="" loading="lazy" />
              ) : (
                <span className="paper-mark">{paper.mime === 'application/pdf' ? 'PDF' : '照片'}</span>
              )}
            </a>
            <span>
              <span className="strong">{paper.kindLabel}</span>
              <span className="quiet">{` ${ownerOf(paper)}`}</span>
              <span className="quiet small paper-name">{paper.name}</span>
            </span>
            <Button
              type="link"
              onClick={() => ask(paper)}
              aria-label={`${texts.remove}${paper.kindLabel}${paper.name}`}
            >
              {texts.remove}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
