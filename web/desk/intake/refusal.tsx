import { Alert } from 'antd';
import { Link } from 'react-router';
import type { ProblemError } from '../../shared/api/problem';
import { DivisionName } from '../../shared/page/division-name';
import { texts } from './texts';

/** Why the application was not taken; a duplicate leads to the case that stands in the way. */
export const Refusal = ({ problem }: { readonly problem: ProblemError }) => (
  <Alert
    type="error"
    className="gap"
    title={texts.notSubmitted}
    description={
      <>
        {problem.message}
        {problem.cases.map(({ number, division, caseId }) => (
          <div key={number}>
            {caseId ? (
              <Link to={`/cases/${caseId}`}>{texts.openDuplicate(number)}</Link>
            ) : (
              <>
                {`${number},`}
                <DivisionName code={division.slice(0, 9)} />
              </>
            )}
          </div>
        ))}
      </>
    }
  />
);
