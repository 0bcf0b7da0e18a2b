import { Alert, Progress } from 'antd';
import { useParams } from 'react-router';
import { oneOf } from '../../shared/api/client';
import { showDate, showInstant } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { Tabs } from '../../shared/page/tabs';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { useUrlFilters } from '../../shared/url-filters';
import { useMay } from '../session/api';
import { useUplift, type UpliftDetail, type UpliftView } from './api';
import { CasesTab } from './cases-tab';
import { DecidePanel } from './decide-panel';
import { LeadsTab } from './leads-tab';
import { LettersTab } from './letters-tab';
import { SampleTab } from './sample-tab';
import { SumsTab } from './sums-tab';
import { texts } from './texts';
import { tones } from './tones';
import './uplift.css';

const { one: words } = texts;
const parts = { sums: SumsTab, cases: CasesTab, sample: SampleTab, leads: LeadsTab, letters: LettersTab } as const;
const keys = ['sums', 'cases', 'sample', 'leads', 'letters'] as const;

const share = (done: number, total: number): number =>
  total === 0 ? 0 : Math.min(100, Math.floor((done / total) * 100));

const Standing = ({ uplift }: { readonly uplift: UpliftView }) => {
  const { total, reckoned, applied, kept, opened, failed } = uplift;
  const done = applied + kept + opened + failed;
  const begun = ['applying', 'done'].includes(uplift.state);
  const told = begun ? words.applying(done, Math.max(total, done)) : words.reckoning(reckoned, total);
  return (
    <section className="panel" aria-label={words.progress}>
      <p>
        <Tag tone={tones[uplift.state]}>{uplift.stateLabel}</Tag>{' '}
        <span className="quiet small">{words.made(uplift.makerName, showInstant(uplift.createdAt))}</span>
      </p>
      {uplift.note ? <Alert type="warning" className="gap" title={uplift.note} /> : null}
      {uplift.approvedAt && uplift.approverName !== null ? (
        <p className="small">
          {words.approvedBy(uplift.approverName, showInstant(uplift.approvedAt), uplift.approvalNote ?? '')}
        </p>
      ) : null}
      <p aria-live="polite">{told}</p>
      <Progress
        aria-label={told}
        percent={begun ? share(done, Math.max(total, done)) : share(reckoned, total)}
        status={uplift.state === 'done' ? 'success' : 'normal'}
      />
      {begun ? <p>{words.counts(applied, kept, opened, failed)}</p> : null}
    </section>
  );
};

const Body = ({ detail }: { readonly detail: UpliftDetail }) => {
  const [{ tab }, set] = useUrlFilters(['tab', 'class']);
  const seesCases = useMay('uplift.cases');
  const mine = keys.filter((key) => seesCases || key === 'sums');
  const active = oneOf(mine, tab) ?? 'sums';
  const Part = parts[active];
  return (
    <>
      <Standing uplift={detail.uplift} />
      <DecidePanel detail={detail} />
      <Tabs
        label={texts.title}
        tabs={mine.map((key) => ({ key, label: words.tabs[key] }))}
        active={active}
        change={(next) => set({ tab: next, class: '' })}
      >
        <Part detail={detail} />
      </Tabs>
    </>
  );
};

const UpliftPage = () => {
  const { runId = '' } = useParams();
  const query = useUplift(runId);
  const uplift = query.data?.uplift;
  const title = uplift ? words.title(uplift.divisionName, showDate(uplift.from)) : texts.title;
  return (
    <Page title={title} crumbs={[{ label: texts.title, to: '/uplift' }]}>
      <AsyncView query={query}>{(detail) => <Body detail={detail} />}</AsyncView>
    </Page>
  );
};

export { UpliftPage as Component };
