import { Select } from 'antd';
import type { ReactNode } from 'react';
import { oneOf } from '../../shared/api/client';
import { Page } from '../../shared/page/page';
import { Segments } from '../../shared/page/segments';
import { useUrlFilters } from '../../shared/url-filters';
import { useMe } from '../session/api';
import { orders, useQueueCounts, views, type QueueFilters, type View } from './api';
import { DraftList } from './draft-list';
import { homeOf, type Section } from './homes';
import { texts } from './texts';
import { WaitingList } from './waiting-list';
import { WorkList } from './work-list';

const others: Partial<Readonly<Record<Section, (asked: QueueFilters) => ReactNode>>> = {
  waiting: ({ view }) => <WaitingList key={view} view={view} />,
  drafts: () => <DraftList />,
};

const useCountOf = (view: View) => {
  const { data } = useQueueCounts(view);
  return (section: Section): number | undefined => {
    if (data === undefined) return undefined;
    return section === 'drafts' ? data.drafts : data[view]?.[section === '' ? 'total' : section];
  };
};

/** The desk of a post: what there is to do, what is late, what one waits for, what one began. */
const QueuePage = () => {
  const [{ view, filter, stage, order }, set] = useUrlFilters(['view', 'filter', 'stage', 'order']);
  const home = homeOf(useMe().current.role);
  const shown = oneOf(views, view) ?? home.start;
  const countOf = useCountOf(shown);
  const section = home.sections.find((known) => known === filter) ?? '';
  const asked: QueueFilters = { view: shown, filter: section, stage, order };
  return (
    <Page
      title={texts.title}
      aside={
        home.views.length > 1 ? (
          <Segments
            label={texts.scope}
            value={shown}
            options={home.views.map((value) => ({ value, label: texts.views[value] ?? value }))}
            change={(next) => set({ view: next })}
          />
        ) : undefined
      }
    >
      <div className="desk-bar">
        <Segments
          label={texts.sectionsLabel}
          value={section}
          options={home.sections.map((value) => ({
            value,
            label: texts.sections[value] ?? value,
            count: countOf(value),
            late: value === 'overdue',
          }))}
          change={(next) => set({ filter: next })}
        />
        {others[section] ? null : (
          <Select
            aria-label={texts.order}
            value={oneOf(orders, order) ?? 'urgency'}
            style={{ width: 112 }}
            options={home.orders[shown].map((value) => ({ value, label: texts.orders[value] ?? value }))}
            onChange={(next) => set({ order: next === 'urgency' ? '' : next })}
          />
        )}
      </div>
      {others[section]?.(asked) ?? <WorkList {...asked} />}
    </Page>
  );
};

export { QueuePage as Component };
