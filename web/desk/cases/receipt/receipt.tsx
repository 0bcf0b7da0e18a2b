import type { AssessmentView, TermView } from '../../../shared/api/types';
import { showDate } from '../../../shared/format/dates';
import { showYuan } from '../../../shared/format/money';
import { eligibilityWords } from '../names';
import { groupTerms } from './groups';

const units: Readonly<Record<string, string>> = { persons: '人', months: '个月' };

const valueOf = ({ value, unit }: TermView): string => {
  if (unit === 'yuan') return showYuan(String(value));
  if (typeof value === 'boolean') return value ? '是' : '否';
  return `${value}${units[unit] ?? ''}`;
};

const Source = ({ term }: { readonly term: TermView }) => (
  <div className="small">
    {term.clause ? <div>{`依据:${term.clause}`}</div> : null}
    {term.parameter ? (
      <div>
        {`标准:${term.parameter.title}${term.parameter.from ? `,自${showDate(term.parameter.from)}起` : ''}(${term.parameter.reference})`}
        {term.parameter.assumed ? '——系统先行设定,待当地确认' : ''}
      </div>
    ) : null}
    {term.evidence ? <div>有证明材料</div> : null}
  </div>
);

const Line = ({ term, nameOf }: { readonly term: TermView; readonly nameOf: (member: string) => string }) => (
  <tr>
    <td>
      {term.clause || term.parameter ? (
        <details>
          <summary>
            {term.label}
            {term.member ? <span className="quiet">{` ${nameOf(term.member)}`}</span> : null}
          </summary>
          <Source term={term} />
        </details>
      ) : (
        <>
          {term.label}
          {term.member ? <span className="quiet">{` ${nameOf(term.member)}`}</span> : null}
        </>
      )}
    </td>
    <td className="num">{valueOf(term)}</td>
  </tr>
);

interface Props {
  readonly assessment: AssessmentView;
  readonly nameOf: (member: string) => string;
}

/** The sum as a receipt: line by line, each opens its clause and its parameter. */
export const Receipt = ({ assessment, nameOf }: Props) => (
  <>
    <p className="strong">{`${eligibilityWords[assessment.eligibility] ?? assessment.eligibility},每月${showYuan(assessment.monthly)}`}</p>
    {assessment.basis ? <p>{assessment.basis.text}</p> : null}
    {groupTerms(assessment.terms).map(({ group, label, terms }) => (
      <section key={group} className="gap">
        <h3>{label}</h3>
        <table className="receipt" aria-label={label}>
          <tbody>
            {terms.map((term, index) => (
              <Line key={index} term={term} nameOf={nameOf} />
            ))}
          </tbody>
        </table>
      </section>
    ))}
    <table className="receipt" aria-label="结果">
      <tbody>
        <tr className="sum">
          <td>每月保障金额</td>
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
