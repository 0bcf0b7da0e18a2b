import { Link } from 'react-router';
import { MoreButton } from '../../shared/page/more-button';
import { showDate, showInstant } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useMay } from '../session/api';
import { useEvidence, type NoticeEvidence } from './api';
import './notices.css';
import { texts } from './texts';

const { evidence: words } = texts;

interface PhotoProps {
  readonly caseId: string;
  readonly documentId: string | null;
  readonly what: string;
  readonly name: string;
}

const Photo = ({ caseId, documentId, what, name }: PhotoProps) => {
  const mayLook = useMay('document.read');
  const source = `/api/v1/cases/${caseId}/documents/${documentId ?? ''}/content`;
  return (
    <figure>
      {documentId === null ? (
        <div className="no-photo">{words.missing}</div>
      ) : mayLook ? (
        <a href={source} target="_blank" rel="noreferrer" aria-label={`${words.photoOf(what, name)}(新窗口)`}>
          <img src={source} alt={words.photoOf(what, name)} loading="lazy" />
        </a>
      ) : (
        <div className="no-photo">{words.hidden}</div>
      )}
      <figcaption>{what}</figcaption>
    </figure>
  );
};

const Objections = ({ caseId, objections }: Pick<NoticeEvidence, 'caseId' | 'objections'>) =>
  objections.length === 0 ? (
    <p className="quiet small">{words.noObjections}</p>
  ) : (
    <ul className="small">
      {objections.map(({ sequence, at, who }) => (
        <li key={sequence}>
          {`${showInstant(at)} ${who} `}
          <Link to={`/cases/${caseId}?tab=timeline`}>{words.readObjection}</Link>
        </li>
      ))}
    </ul>
  );

const Card = ({ one }: { readonly one: NoticeEvidence }) => (
  <section className="panel evidence" aria-label={one.applicantName}>
    <div>
      <h2>
        <Link to={`/cases/${one.caseId}`}>{one.applicantName}</Link>
      </h2>
      <p className="quiet small">
        <Tag tone={one.objections.length > 0 ? 'late' : 'plain'}>{one.ending}</Tag>{' '}
        {`${one.number} ${one.divisionPath}`}
      </p>
      <dl>
        <dt>{words.place}</dt>
        <dd>{one.place ?? '—'}</dd>
        <dt>{words.postedOn}</dt>
        <dd>{showDate(one.postedOn)}</dd>
        <dt>{words.objections}</dt>
        <dd>
          <Objections caseId={one.caseId} objections={one.objections} />
        </dd>
      </dl>
    </div>
    <Photo caseId={one.caseId} documentId={one.startPhotoId} what={words.start} name={one.applicantName} />
    <Photo caseId={one.caseId} documentId={one.endPhotoId} what={words.end} name={one.applicantName} />
  </section>
);

/** Every time a notice was hung up: its photos, how it ended, who objected. */
const EvidencePage = () => {
  const evidence = useEvidence();
  return (
    <Page title={words.title} crumbs={[{ label: texts.crumbs, to: '/notices' }, { label: words.title }]}>
      <AsyncView query={evidence} rows={8}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>;
          return (
            <>
              {items.map((one) => (
                <Card key={`${one.caseId}-${one.sequence}`} one={one} />
              ))}
              <MoreButton pages={evidence} label={texts.more} />
            </>
          );
        }}
      </AsyncView>
    </Page>
  );
};

export { EvidencePage as Component };
