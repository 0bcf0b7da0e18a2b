import { useEffect, useRef } from 'react';
import type { Missing } from './missing';
import { texts } from './texts';

interface Props {
  readonly problems: readonly Missing[];
  /** Counts the times somebody asked to submit: each brings the eye back here. */
  readonly asked: number;
  readonly go: (problem: Missing) => void;
}

/** Everything that is wrong, above the form; each line leads to its field. */
export const Summary = ({ problems, asked, go }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) box.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  if (problems.length === 0) return null;
  return (
    <div className="summary" role="alert" ref={box}>
      <div className="strong">{texts.problems}</div>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path}${problem.sentence}`}>
            <button type="button" className="link" onClick={() => go(problem)}>
              {problem.sentence}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
