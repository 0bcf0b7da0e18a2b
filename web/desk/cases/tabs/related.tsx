import { Link } from 'react-router';
import { showDate } from '../../../shared/format/dates';
import { AsyncView } from '../../../shared/states/async-view';
import type { operations } from '../../../client/schema';
import { useRelatedCases } from '../api';

type Answer = operations['listRelatedCases']['responses']['200']['content']['application/json'];

const texts = {
  title: '相关案件',
  none: '没有看到相关案件。',
  moves: '迁移',
  move: (from: string, to: string) => `从${from}迁往${to}`,
} as const;

const Cases = ({ cases }: Pick<Answer, 'cases'>) =>
  cases.length === 0 ? (
    <p className="quiet">{texts.none}</p>
  ) : (
    <ul>
      {cases.map((one) => (
        <li key={one.id}>
          <Link to={`/cases/${one.id}`}>{`${one.programmeLabel} ${one.number} ${one.applicantName}`}</Link>
          <span className="quiet">{` ${one.stageLabel} · ${showDate(one.submittedAt)}提交 · ${one.because.join('、')}`}</span>
        </li>
      ))}
    </ul>
  );

/** From which office to which, and how it ended. */
const Moves = ({ moves }: Pick<Answer, 'moves'>) =>
  moves.length === 0 ? null : (
    <>
      <h3>{texts.moves}</h3>
      <ul aria-label={texts.moves}>
        {moves.map(({ from, to, askedOn, endedOn, state }) => (
          <li key={askedOn}>
            {texts.move(from, to)}
            <span className="quiet">{` ${showDate(askedOn)}提出 · ${endedOn ? showDate(endedOn) : ''}${state}`}</span>
          </li>
        ))}
      </ul>
    </>
  );

/** Cases of the same household or person, what this one follows from, and where the case itself has moved. */
export const Related = ({ caseId }: { readonly caseId: string }) => (
  <section aria-label={texts.title}>
    <h2>{texts.title}</h2>
    <AsyncView query={useRelatedCases(caseId)} rows={1}>
      {({ cases, moves }) => (
        <>
          <Cases cases={cases} />
          <Moves moves={moves} />
        </>
      )}
    </AsyncView>
  </section>
);
