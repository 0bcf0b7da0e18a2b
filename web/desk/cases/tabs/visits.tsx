import type { CaseView } from '../../../shared/api/types';
import { showDate } from '../../../shared/format/dates';
import { showYuan } from '../../../shared/format/money';
import { Tag } from '../../../shared/page/tag';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useCaseVisits, type VisitView } from '../visits/api';
import { texts } from '../visits/texts';

interface Props {
  readonly caseId: string;
  readonly visit: VisitView;
}

const contentOf = (caseId: string, id: string): string => `/api/v1/cases/${caseId}/documents/${id}/content`;

const Checklist = ({ visit: { checklist } }: Pick<Props, 'visit'>) =>
  checklist.length === 0 ? null : (
    <>
      <h3>{texts.checklist}</h3>
      <ul>
        {checklist.map(({ label, answer, note }) => (
          <li key={label}>{`${label}:${answer}${note ? `(${note})` : ''}`}</li>
        ))}
      </ul>
    </>
  );

const Sum = ({ caseId, visit: { sum, disputes } }: Props) =>
  sum === null ? null : (
    <>
      <h3>
        {texts.sum(showDate(sum.on), showYuan(sum.monthly))}{' '}
        {disputes.length > 0 ? <Tag tone="late">{texts.disputes(disputes.length)}</Tag> : null}
      </h3>
      <div className="table-wrap gap">
        <table className="case-table plain-table" aria-label={texts.sum(showDate(sum.on), showYuan(sum.monthly))}>
          <thead>
            <tr>
              <th scope="col">{texts.line}</th>
              <th scope="col">{texts.answer}</th>
              <th scope="col">{texts.note}</th>
            </tr>
          </thead>
          <tbody>
            {sum.lines.map(({ says, clause, answer, note }, index) => (
              <tr key={index}>
                <td>
                  {says}
                  {clause ? <div className="quiet small">{clause}</div> : null}
                </td>
                <td>{answer === 'disputed' ? <Tag tone="late">{texts.disputed}</Tag> : texts.agreed}</td>
                <td>{note ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sum.signatureId ? (
        <img className="visit-signed" src={contentOf(caseId, sum.signatureId)} alt={texts.sumSignature} />
      ) : null}
    </>
  );

const Signers = ({ caseId, visit: { signers } }: Props) => (
  <>
    <h3>{texts.signers}</h3>
    <ul className="signers">
      {signers.map(({ name, role, signed, manner, documentId }, index) => (
        <li key={index}>
          {`${name}(${texts[role]}${manner === 'thumbprint' ? `,${texts.thumbprint}` : ''}) `}
          {signed ? null : <Tag tone="late">{texts.unsigned}</Tag>}
          {documentId ? (
            <img className="visit-signed" src={contentOf(caseId, documentId)} alt={texts.signatureOf(name)} />
          ) : null}
        </li>
      ))}
    </ul>
  </>
);

const Photos = ({ caseId, visit: { photoIds } }: Props) =>
  photoIds.length === 0 ? null : (
    <>
      <h3>{texts.photos}</h3>
      <div className="visit-photos">
        {photoIds.map((id, index) => (
          <a key={id} href={contentOf(caseId, id)} target="_blank" rel="noreferrer">
            <img src={contentOf(caseId, id)} alt={texts.photo(index + 1)} loading="lazy" />
          </a>
        ))}
      </div>
    </>
  );

/** Each visit as it was taken down: what was seen, the sum in the words of the day, who signed. The newest first. */
const Visits = ({ view }: { readonly view: CaseView }) => (
  <AsyncView query={useCaseVisits(view.id)}>
    {({ visits }) =>
      visits.length === 0 ? (
        <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>
      ) : (
        [...visits].reverse().map((visit) => (
          <section key={visit.sequence} className="panel">
            <h2>{texts.visit(showDate(visit.on), visit.methodLabel)}</h2>
            <p>{visit.findings}</p>
            <Checklist visit={visit} />
            <Sum caseId={view.id} visit={visit} />
            <Signers caseId={view.id} visit={visit} />
            <Photos caseId={view.id} visit={visit} />
          </section>
        ))
      )
    }
  </AsyncView>
);

export default Visits;
