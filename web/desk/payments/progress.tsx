import type { RunDetail } from './api';
import { texts } from './texts';

const { run: words } = texts;

const standing = ({ passed, now }: RunDetail['stations'][number]): 'passed' | 'now' | 'notYet' =>
  now ? 'now' : passed ? 'passed' : 'notYet';

/** The stations of a run in order; where it stands is said in words too. */
export const Progress = ({ run }: { readonly run: RunDetail }) => {
  if (run.state.id === 'cancelled') return <p className="strong">{words.cancelled}</p>;
  return (
    <ol className="run-progress" aria-label={words.progress}>
      {run.stations.map((station) => {
        const is = standing(station);
        return (
          <li key={station.id} className={is} {...(is === 'now' ? { 'aria-current': 'step' as const } : {})}>
            <span className="mark" aria-hidden="true">
              {is === 'passed' ? '✓' : is === 'now' ? '●' : '○'}
            </span>
            <span>{station.label}</span>
            <span className="only-read">{`(${words[is]})`}</span>
          </li>
        );
      })}
    </ol>
  );
};
