import { Link } from 'react-router';
import { showDate, today } from '../../../shared/format/dates';
import { DivisionName } from '../../../shared/page/division-name';
import { programmeLabel, stageLabel } from '../../cases/names';
import type { FactContent } from '../../facts/fields';
import { identityOf } from '../content';
import { texts } from '../texts';
import { numberOf, useLookup } from './lookup';

const receiving = new Set(['benefiting', 'leaving']);

/** What the register says of the number: on file, receiving, in another open case; elsewhere only number and place. */
const Register = ({ idNumber, name }: { readonly idNumber: string; readonly name: string }) => {
  const { data, isError } = useLookup(idNumber);
  if (isError) return <p className="quiet">{texts.lookupFailed}</p>;
  if (!data) return null;
  const different = data.name !== null && name !== '' && data.name !== name;
  return (
    <div role="status">
      {data.known ? <p className="note small">{texts.known(data.name ?? '')}</p> : null}
      {different ? <p className="field-problem">{texts.otherName(data.name ?? '')}</p> : null}
      {data.openCases.map(({ caseId, number, programme, stage }) => (
        <p key={caseId} className="field-problem">
          {receiving.has(stage) ? texts.receiving(programmeLabel(programme)) : texts.open(programmeLabel(programme))}
          <Link to={`/cases/${caseId}`}>{number}</Link>
          {`(${stageLabel(stage)})`}
        </p>
      ))}
      {data.elsewhere.map(({ number, division, programme }) => (
        <p key={number} className="field-problem">
          {texts.elsewhere(programmeLabel(programme), number)}
          <DivisionName code={division.slice(0, 9)} />
        </p>
      ))}
    </div>
  );
};

/** What follows from the number, and whether the person is known, while it is typed. */
export const Found = ({ member }: { readonly member: FactContent }) => {
  const written = typeof member['idNumber'] === 'string' ? member['idNumber'] : '';
  const { problem, birthDate, sex, age } = identityOf(member, today());
  const number = numberOf(member);
  if (written === '') return null;
  // Half a number is no wrong one yet.
  if (problem) {
    return written.replace(/\s/g, '').length >= 18 ? (
      <p className="field-problem" role="alert">
        {problem}
      </p>
    ) : null;
  }
  return (
    <>
      <p className="quiet">{texts.derived(showDate(birthDate), texts.sexes[sex ?? ''] ?? '', age ?? 0)}</p>
      {number ? (
        <Register idNumber={number} name={typeof member['name'] === 'string' ? member['name'].trim() : ''} />
      ) : null}
    </>
  );
};
