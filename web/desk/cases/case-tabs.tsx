import { Tabs } from 'antd';
import { lazy, Suspense, type ComponentType } from 'react';
import type { CaseView } from '../../shared/api/types';
import { Loading } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { Overview } from './tabs/overview';
import { texts } from './texts';

interface TabProps {
  readonly view: CaseView;
}

const tabs: Readonly<Record<keyof typeof texts.tabs, ComponentType<TabProps>>> = {
  overview: Overview,
  members: lazy(() => import('./tabs/members')),
  facts: lazy(() => import('./tabs/facts')),
  amount: lazy(() => import('./tabs/amount')),
  documents: lazy(() => import('./tabs/documents')),
  timeline: lazy(() => import('./tabs/timeline')),
  letters: lazy(() => import('./tabs/letters')),
  entitlements: lazy(() => import('./tabs/entitlements')),
};

export const CaseTabs = ({ view }: TabProps) => {
  const [{ tab }, set] = useUrlFilters(['tab']);
  return (
    <div className="case-tabs">
      <Tabs
        activeKey={tab || 'overview'}
        onChange={(next) => set({ tab: next })}
        items={Object.entries(tabs).map(([key, Tab]) => ({
          key,
          label: texts.tabs[key as keyof typeof texts.tabs],
          children: (
            <Suspense fallback={<Loading rows={4} />}>
              <Tab view={view} />
            </Suspense>
          ),
        }))}
      />
    </div>
  );
};
