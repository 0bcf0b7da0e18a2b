import { lazy, type ComponentType } from 'react';
import type { RunDetail } from './api';
import { texts as fileTexts } from './reconciliation/texts';
import { texts } from './texts';

const { tabs: files } = fileTexts;

export interface RunTabProps {
  readonly run: RunDetail;
}

interface RunTab {
  readonly key: string;
  readonly label: string;
  readonly content: ComponentType<RunTabProps>;
}

/** What stands on the page of a run, in order; the first one is shown when none is asked for. */
export const runTabs = [
  { key: 'overview', label: texts.tabs.overview, content: lazy(() => import('./overview-tab')) },
  { key: 'holds', label: texts.tabs.holds, content: lazy(() => import('./holds-tab')) },
  { key: 'lines', label: texts.tabs.lines, content: lazy(() => import('./lines-tab')) },
  { key: 'files', label: files.files, content: lazy(() => import('./reconciliation/files-tab')) },
  {
    key: 'reconciliation',
    label: files.reconciliation,
    content: lazy(() => import('./reconciliation/reconciliation-tab')),
  },
  { key: 'history', label: texts.tabs.history, content: lazy(() => import('./history-tab')) },
] as const satisfies readonly RunTab[];
