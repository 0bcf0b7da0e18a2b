import type { AssessmentView, TermView } from '../../../shared/api/types';
import { showDate } from '../../../shared/format/dates';
import { showYuan } from '../../../shared/format/money';
import { eligibilityWords } from '../names';
import { DocumentLink } from '../viewer/document-link';
import type { Proof } from './evidence';
import { groupTerms } from './groups';
import { texts } from './texts';
import { sayValue } from './values';

type Proofs = ReadonlyMap<string, Proof>;

const sayParameter = ({ title, from, reference, assumed }: NonNullable<TermView['parameter']>): string =>
  `${texts.standard}${title}${from ? `,自${showDate(from)}起` : ''}(${reference})${assumed ? texts.assumed : ''}`;

const Source = ({ term, proof }: { readonly term: TermView; readonly proof: Proof | undefined }) => (
  <div className="small">
    {term.clause ? <div>{`${texts.clause}${term.clause}`}</div> : null}
    {term.parameter ? <div>{sayParameter(term.parameter)}</div> : null}
    {proof ? (
      <div>
        {texts.evidence}
        <DocumentLink documentId={proof.documentId}>{proof.name}</DocumentLink>
      </div>
    ) : term.evidence ? (
      <div>{texts.noEvidence}</div>
    ) : null}
  </div>
);

interface LineProps {
  readonly term: TermView;
  readonly proof: Proof | undefined;
  readonly nameOf: (member: string) => string;
}

const Line = ({ term, proof, nameOf }: LineProps) => {
  const title = (
    <>
      {term.label}
      {term.member ? <span className="quiet">{` ${nameOf(term.member)}`}</span> : null}
      {proof ? <span className="quiet small">{` ${texts.oneProof}`}</span> : null}
    </>
  );
  return (
    <tr>
      <td>
        {term.clause || term.parameter || term.evidence ? (
          <details>
            <summary>{title}</summary>
            <Source term={term} proof={proof} />
          </details>
        ) : (
          title
        )}
      </td>
      <td className="num">{sayValue(term.value, term.unit)}</td>
    </tr>
  );
};

/** 特困 is of persons, whatever their household. */
const wordOf = ({ eligibility, basis }: AssessmentView): string =>
  basis?.ground === 'tekun' ? texts.tekun : (eligibilityWords[eligibility] ?? eligibility);

interface Props {
  readonly assessment: AssessmentView;
  readonly proofs?: Proofs;
  readonly nameOf: (member: string) => string;
}

const unproven: Proofs = new Map();

/** The sum as a receipt: line by line, each opens its clause, its parameter and its evidence. */
export const Receipt = ({ assessment, proofs = unproven, nameOf }: Props) => (
  <>
    <p className="strong">{`${wordOf(assessment)},每月${showYuan(assessment.monthly)}`}</p>
    {assessment.basis ? <p>{assessment.basis.text}</p> : null}
    {groupTerms(assessment.terms).map(({ group, label, terms }) => (
      <section key={group} className="gap">
        <h3>{label}</h3>
        <table className="receipt" aria-label={label}>
          <tbody>
            {terms.map((term, index) => (
              <Line key={index} term={term} nameOf={nameOf} proof={proofs.get(term.evidence ?? '')} />
            ))}
          </tbody>
        </table>
      </section>
    ))}
    <table className="receipt" aria-label="结果">
      <tbody>
        <tr className="sum">
          <td>{texts.monthly}</td>
          <td className="num">{showYuan(assessment.monthly)}</td>
        </tr>
      </tbody>
    </table>
    {(assessment.warnings ?? []).map((warning) => (
      <p key={warning} className="note small">
        {warning}
      </p>
    ))}
  </>
);
