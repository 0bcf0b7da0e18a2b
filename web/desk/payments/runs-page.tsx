import { Input, Select } from 'antd';
import { Link } from 'react-router';
import { runKinds } from '../../../domain/payments/run';
import { CaseTable, type Column } from '../../shared/case-table';
import { showDate } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { Page } from '../../shared/page/page';
import { Segments } from '../../shared/page/segments';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { useMay } from '../session/api';
import { AccountsLink } from './accounts/batch-link';
import { useRuns, type RunView } from './api';
import { texts as byHand } from './by-hand/texts';
import { OpenRunForm } from './open-run-form';
import './payments.css';
import { nameOfRun } from './run-name';
import { texts } from './texts';
import { Withheld } from './withheld';

const { columns: words } = texts;

const Due = ({ run }: { readonly run: RunView }) => (
  <>
    {run.payBy ? showDate(run.payBy) : '—'}
    {run.daysLate > 0 ? (
      <div>
        <Tag tone="late">{texts.late(run.daysLate)}</Tag>
      </div>
    ) : null}
  </>
);

/** What was entered for the bank waits for another hand, whatever the station. */
const Answers = ({ run }: { readonly run: RunView }) =>
  run.answersWaiting > 0 ? (
    <div>
      <Link to={`/payments/${run.id}?tab=reconciliation`}>{byHand.waiting(run.answersWaiting)}</Link>
    </div>
  ) : null;

const Waits = ({ run }: { readonly run: RunView }) => {
  const ended = ['settled', 'cancelled'].includes(run.state.id);
  if (!run.waitsFor) return <span className="quiet">{ended ? texts.done : texts.system}</span>;
  return (
    <>
      <span className={run.mine ? 'strong' : ''}>{run.waitsFor.label}</span>
      <div className="quiet small">{run.waitsFor.todo}</div>
    </>
  );
};

const columns: readonly Column<RunView>[] = [
  {
    key: 'run',
    title: words.run,
    cell: (run) => (
      <>
        <Link to={`/payments/${run.id}`} className="strong">
          {nameOfRun(run)}
        </Link>
        <div className="quiet small">{run.countyName}</div>
      </>
    ),
  },
  {
    key: 'state',
    title: words.state,
    width: 150,
    cell: ({ state, townships }) => (
      <>
        <Tag tone={state.id === 'settled' ? 'good' : 'plain'}>{state.label}</Tag>
        {state.id === 'confirming' ? (
          <div className="quiet small">{texts.confirmed(townships.confirmed, townships.all)}</div>
        ) : null}
      </>
    ),
  },
  {
    key: 'waits',
    title: words.waits,
    width: 220,
    cell: (run) => (
      <>
        <Waits run={run} />
        <Answers run={run} />
      </>
    ),
  },
  {
    key: 'sums',
    title: words.sums,
    width: 150,
    cell: ({ lines, amount, withheld }) => (
      <>
        <span className="num">{showYuan(amount)}</span>
        <div className="quiet small">{texts.count(lines)}</div>
        <Withheld withheld={withheld} />
      </>
    ),
  },
  {
    key: 'held',
    title: words.held,
    width: 110,
    minor: true,
    cell: ({ held }) => (held.lines === 0 ? <span className="quiet">{texts.noHold}</span> : texts.count(held.lines)),
  },
  { key: 'due', title: words.due, width: 140, cell: (run) => <Due run={run} /> },
];

const views = Object.entries(texts.views).map(([value, label]) => ({ value, label }));
const kindOptions = [
  { value: '', label: texts.allKinds },
  ...Object.entries(runKinds).map(([value, label]) => ({ value, label })),
];

const RunsPage = () => {
  const [{ view, month, kind }, set] = useUrlFilters(['view', 'month', 'kind']);
  const shown = view === '' ? 'all' : view;
  const runs = useRuns({ view: shown, month, kind });
  const mayOpen = useMay('payment.open');
  return (
    <Page title={texts.title}>
      <p className="quiet">{texts.hint}</p>
      <Segments
        label={texts.view}
        value={shown}
        options={views}
        change={(next) => set({ view: next === 'all' ? '' : next })}
      />
      <div className="filters">
        <Input
          type="month"
          aria-label={texts.month}
          value={month}
          style={{ width: 170 }}
          onChange={({ target }) => set({ month: target.value })}
        />
        <Select
          aria-label={texts.kind}
          value={kind}
          style={{ width: 160 }}
          options={kindOptions}
          onChange={(next) => set({ kind: next })}
        />
      </div>
      <AsyncView query={runs} rows={8}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>;
          return (
            <CaseTable
              label={texts.list}
              rows={rows}
              columns={columns}
              keyOf={({ id }) => id}
              to={({ id }) => `/payments/${id}`}
              next={runs.hasNextPage ? 'more' : null}
              more={() => void runs.fetchNextPage()}
              loadingMore={runs.isFetchingNextPage}
            />
          );
        }}
      </AsyncView>
      {mayOpen ? <OpenRunForm /> : null}
      <AccountsLink />
    </Page>
  );
};

export { RunsPage as Component };
