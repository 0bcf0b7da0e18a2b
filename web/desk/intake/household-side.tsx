import { useEffect, useState, type ReactNode } from 'react';
import { today } from '../../shared/format/dates';
import { asProblem } from '../../shared/api/problem';
import { relationWords } from '../cases/names';
import { Receipt } from '../cases/receipt/receipt';
import { usePreview } from './api';
import { identityOf, memberName, previewOf, refOf, type Content } from './content';
import type { Missing, Part } from './missing';
import type { MissingPaper } from './papers/missing-papers';
import { texts } from './texts';

const useSettled = <Value,>(value: Value, ms: number): Value => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
};

const Household = ({ content }: { readonly content: Content }) => (
  <section className="panel">
    <h2>{`${texts.household}(${content.members.length}人)`}</h2>
    <ul className="household">
      {content.members.map((member, index) => {
        const { age } = identityOf(member, today());
        return (
          <li key={refOf(member)}>
            <span className="strong">{memberName(member, index)}</span>
            <span className="quiet">{` ${relationWords[String(member['relation'] ?? '')] ?? ''}${age === undefined ? '' : ` ${age}岁`}`}</span>
          </li>
        );
      })}
    </ul>
  </section>
);

const Preview = ({ content }: { readonly content: Content }) => {
  const input = previewOf(useSettled(content, 700), today());
  const { data, isError, error } = usePreview(input);
  const nameOf = (ref: string): string => {
    const index = content.members.findIndex((member) => refOf(member) === ref);
    return memberName(content.members[index] ?? {}, Math.max(index, 0));
  };
  return (
    <section className="panel">
      <h2>{texts.preview}</h2>
      {input === undefined ? <p className="quiet">{texts.previewHint}</p> : null}
      {input !== undefined && isError ? <p className="quiet">{asProblem(error).message}</p> : null}
      {input !== undefined && data && !isError ? <Receipt assessment={data} nameOf={nameOf} /> : null}
    </section>
  );
};

interface Props {
  readonly content: Content;
  readonly missing: readonly Missing[];
  readonly papers: readonly MissingPaper[];
  readonly go: (part: Part) => void;
  readonly children?: ReactNode;
}

/** The household always in view: who belongs to it, what the rules say so far, what is still missing. */
export const HouseholdSide = ({ content, missing, papers, go, children }: Props) => (
  <aside aria-label={texts.household} className="side">
    <Household content={content} />
    <Preview content={content} />
    <section className="panel">
      <h2>{missing.length === 0 ? texts.complete : texts.missing(missing.length)}</h2>
      {missing.length === 0 ? null : (
        <>
          <p className="quiet small">{texts.oneTime}</p>
          <ul className="household">
            {missing.map(({ part, path, sentence }) => (
              <li key={path}>
                <button type="button" className="link" onClick={() => go(part)}>
                  {sentence}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
    <section className="panel">
      <h2>{papers.length === 0 ? texts.papersComplete : texts.papersMissing(papers.length)}</h2>
      {papers.length === 0 ? null : (
        <>
          <p className="quiet small">{texts.papersHint}</p>
          <ul className="household">
            {papers.map(({ id, sentence }) => (
              <li key={id}>
                <button type="button" className="link" onClick={() => go('papers')}>
                  {sentence.split(':')[0]}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
    {children}
  </aside>
);
