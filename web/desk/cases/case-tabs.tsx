import { lazy, Suspense, type ComponentType } from 'react';
import { oneOf } from '../../shared/api/client';
import type { CaseView } from '../../shared/api/types';
import { Tabs } from '../../shared/page/tabs';
import { Loading } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { Overview } from './tabs/overview';
import { texts } from './texts';

interface TabProps {
  readonly view: CaseView;
}

type TabName = keyof typeof texts.tabs;

const contents: Readonly<Record<TabName, ComponentType<TabProps>>> = {
  overview: Overview,
  members: lazy(() => import('./tabs/members')),
  facts: lazy(() => import('./tabs/facts')),
  visits: lazy(() => import('./tabs/visits')),
  amount: lazy(() => import('./tabs/amount')),
  documents: lazy(() => import('./tabs/documents')),
  timeline: lazy(() => import('./tabs/timeline')),
  letters: lazy(() => import('./tabs/letters')),
  messages: lazy(() => import('./tabs/messages')),
  entitlements: lazy(() => import('./tabs/entitlements')),
  payments: lazy(() => import('./payments/payments')),
  accounts: lazy(() => import('../payments/accounts/accounts-tab')),
  fillIn: lazy(() => import('../exchange/case-tab')),
};
const names = Object.keys(contents) as TabName[];
const tabs = names.map((key) => ({ key, label: texts.tabs[key] }));

export const CaseTabs = ({ view }: TabProps) => {
  const [{ tab }, set] = useUrlFilters(['tab']);
  const active = oneOf(names, tab) ?? 'overview';
  const Content = contents[active];
  return (
    <div className="case-tabs">
      <Tabs label={texts.tabsLabel} tabs={tabs} active={active} change={(next) => set({ tab: next })}>
        <Suspense fallback={<Loading rows={4} />}>
          <Content view={view} />
        </Suspense>
      </Tabs>
    </div>
  );
};
