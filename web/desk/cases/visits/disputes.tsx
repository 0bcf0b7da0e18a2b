import { Alert } from 'antd';
import { Link } from 'react-router';
import type { CaseView } from '../../../shared/api/types';
import { useCaseVisits } from './api';
import { texts } from './texts';

/** Forms of those who propose, review and decide. */
const shownOn: ReadonlySet<string> = new Set([
  'proposal',
  'changeProposal',
  'reassessment',
  'recheckResult',
  'opinion',
  'returning',
  'refusal',
]);

/** 「住户对2项有异议」 with the household's own words, where somebody is about to decide. */
export const DisputeNotice = ({ view, needs }: { readonly view: CaseView; readonly needs: string }) => {
  const { data } = useCaseVisits(view.id, shownOn.has(needs));
  const disputes = data?.disputes ?? [];
  if (!shownOn.has(needs) || disputes.length === 0) return null;
  return (
    <Alert
      type="warning"
      className="gap"
      title={texts.disputes(disputes.length)}
      description={
        <>
          <ul className="dispute-list">
            {disputes.map(({ owner, line, note, answer }) => (
              <li key={`${owner}${line}`}>
                {texts.disputeSays(line, note)}
                <div className="small">{answer === null ? texts.unanswered : `${texts.answered}${answer}`}</div>
              </li>
            ))}
          </ul>
          <Link to={`/cases/${view.id}?tab=visits`}>{texts.see}</Link>
        </>
      }
    />
  );
};
