import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { showDate } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { TimeLeft } from '../../shared/page/time-left';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useMe } from '../session/api';
import { downloadVisit, useWaitingVisits, type WaitingVisit } from './api';
import { usePhone, type Phone } from './offline/phone';
import { useShell } from './shell';
import { visitId } from './sheet/model';
import { texts } from './texts';
import { useKept, type Kept } from './use-kept';
import { useOnline } from './use-online';
import './visits.css';

const States = ({ kept }: { readonly kept: Kept | undefined }) => {
  const { draft, pack } = kept ?? {};
  if (draft?.state === 'waiting') return <Tag tone="accent">{texts.waiting}</Tag>;
  if (draft?.state === 'refused') return <Tag tone="late">{texts.refused}</Tag>;
  return (
    <>
      {draft ? <Tag tone="accent">{texts.filling}</Tag> : null}{' '}
      {pack ? <span className="small quiet">{texts.keptUntil(showDate(pack.keepUntil))}</span> : null}
    </>
  );
};

const goLabel = ({ draft }: Pick<Kept, 'draft'>): string =>
  draft === undefined ? texts.go : draft.state === 'filling' ? texts.goOn : texts.see;

interface RowProps {
  readonly visit: Pick<WaitingVisit, 'caseId' | 'owner' | 'applicantName' | 'kindLabel' | 'divisionPath'>;
  readonly detail: string;
  readonly dueAt?: string | null;
  readonly kept: Kept | undefined;
  readonly download?: (() => Promise<void>) | undefined;
}

const Row = ({ visit, detail, dueAt, kept, download }: RowProps) => {
  const { busy, send } = useToldSending();
  return (
    <li className="visit-row panel">
      <div>
        <span className="strong visit-name">{visit.applicantName}</span> <Tag>{visit.kindLabel}</Tag>{' '}
        {dueAt ? <TimeLeft dueAt={dueAt} short /> : null}
      </div>
      <div className="quiet small">{detail}</div>
      <div>
        <States kept={kept} />
      </div>
      <div className="visit-buttons">
        <Link
          className="visit-go"
          to={`/visits/${visit.caseId}/${visit.owner}`}
          aria-label={`${goLabel(kept ?? {})}:${visit.applicantName}`}
        >
          {goLabel(kept ?? {})}
        </Link>
        {download && !kept?.pack ? (
          <Button size="large" loading={busy} onClick={() => void send(download)}>
            {busy ? texts.downloading : texts.download}
          </Button>
        ) : null}
      </div>
    </li>
  );
};

/** Without network: what was downloaded. */
const OnThePhone = ({ kept }: { readonly kept: readonly Kept[] }) =>
  kept.length === 0 ? (
    <EmptyState title={texts.emptyOffline}>{texts.emptyOfflineHint}</EmptyState>
  ) : (
    <ul className="visit-list" aria-label={texts.list}>
      {kept.map((one) => (
        <Row
          key={one.id}
          visit={{ ...one, kindLabel: one.pack?.kindLabel ?? texts.title, divisionPath: '' }}
          detail={one.pack?.divisionPath ?? ''}
          kept={one}
        />
      ))}
    </ul>
  );

interface ListProps {
  readonly kept: readonly Kept[];
  readonly phone: Phone | undefined | null;
  readonly again: () => Promise<void>;
}

const Waiting = ({ kept, phone, again }: ListProps) => {
  const query = useWaitingVisits();
  const ofVisit = new Map(kept.map((one) => [one.id, one]));
  const download = async ({ caseId, owner }: WaitingVisit): Promise<void> => {
    if (!phone) return;
    await downloadVisit(phone, caseId, owner);
    await again();
  };
  return (
    <AsyncView query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const listed = new Set(items.map(visitId));
        // Finished here, or moved on at the office: still on the phone.
        const others = kept.filter(({ id, draft }) => draft && !listed.has(id));
        if (items.length + others.length === 0) return <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>;
        return (
          <>
            {others.length > 0 ? <OnThePhone kept={others} /> : null}
            <ul className="visit-list" aria-label={texts.list}>
              {items.map((visit) => (
                <Row
                  key={visitId(visit)}
                  visit={visit}
                  detail={`${texts.members(visit.memberCount)} · ${visit.divisionPath}`}
                  dueAt={visit.dueAt}
                  kept={ofVisit.get(visitId(visit))}
                  download={phone ? () => download(visit) : undefined}
                />
              ))}
            </ul>
            {query.hasNextPage ? (
              <Button block size="large" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {texts.more}
              </Button>
            ) : null}
          </>
        );
      }}
    </AsyncView>
  );
};

const VisitsPage = () => {
  const me = useMe();
  const phone = usePhone(me.staffId);
  const online = useOnline();
  const shell = useShell();
  const { kept, again } = useKept(phone);
  return (
    <Page title={texts.title}>
      {phone === null ? <Alert type="warning" className="gap" title={texts.cannotKeep} /> : null}
      {online ? null : <Alert type="info" className="gap" title={texts.offline} />}
      {online && phone && shell !== 'none' ? (
        <p className="quiet small">{shell === 'ready' ? `✓ ${texts.shellReady}` : texts.shellPending}</p>
      ) : null}
      {online ? <Waiting kept={kept} phone={phone} again={again} /> : <OnThePhone kept={kept} />}
    </Page>
  );
};

export { VisitsPage as Component };
