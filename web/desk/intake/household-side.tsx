import { useEffect, useState } from 'react';
import { showYuan } from '../../shared/format/money';
import { today } from '../../shared/format/dates';
import { asProblem } from '../../shared/api/problem';
import { eligibilityWords, relationWords } from '../cases/names';
import { usePreview } from './api';
import { identityOf, memberName, previewOf, refOf, type Content } from './content';
import type { Missing, Part } from './missing';
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
  return (
    <section className="panel" aria-live="polite">
      <h2>{texts.preview}</h2>
      {input === undefined ? <p className="quiet">{texts.previewHint}</p> : null}
      {input !== undefined && isError ? <p className="quiet">{asProblem(error).message}</p> : null}
      {input !== undefined && data && !isError ? (
        <>
          <p className="strong">{eligibilityWords[data.eligibility] ?? data.eligibility}</p>
          <p>{`每月 ${showYuan(data.monthly)}`}</p>
          {data.perCapitaIncome ? (
            <p className="quiet small">{`人均月收入 ${showYuan(data.perCapitaIncome)}`}</p>
          ) : null}
          {data.basis ? <p className="small">{data.basis.text}</p> : null}
        </>
      ) : null}
    </section>
  );
};

interface Props {
  readonly content: Content;
  readonly missing: readonly Missing[];
  readonly go: (part: Part) => void;
}

/** The household always in view: who belongs to it, what the rules say so far, what is still missing. */
export const HouseholdSide = ({ content, missing, go }: Props) => (
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
  </aside>
);
