import { createBrowserRouter } from 'react-router';
import { Frame } from './frame/frame';
import { Loading } from '../shared/states/states';
import { NotFound, PageFailed } from './frame/page-failed';

/** Every page is fetched when it is first opened: the first load stays small. */
export const createRoutes = () =>
  createBrowserRouter([
    {
      path: '/',
      element: <Frame />,
      hydrateFallbackElement: <Loading />,
      children: [
        {
          errorElement: <PageFailed />,
          children: [
            { index: true, lazy: () => import('./queue/queue-page') },
            { path: 'cases', lazy: () => import('./cases/list/case-list-page') },
            { path: 'cases/:caseId', lazy: () => import('./cases/case-page') },
            { path: 'intake', lazy: () => import('./intake/drafts-page') },
            { path: 'intake/:draftId', lazy: () => import('./intake/intake-page') },
            { path: 'notices', lazy: () => import('./notices/notices-page') },
            { path: 'notices/board/:division', lazy: () => import('./notices/board-page') },
            { path: 'notices/evidence', lazy: () => import('./notices/evidence-page') },
            { path: 'notices/recipients', lazy: () => import('./notices/recipients-page') },
            { path: 'notices/recipients/:division', lazy: () => import('./notices/recipients-page') },
            { path: 'visits', lazy: () => import('./visits/visits-page') },
            { path: 'visits/:caseId/:owner', lazy: () => import('./visits/visit-page') },
            { path: 'payments', lazy: () => import('./payments/runs-page') },
            { path: 'payments/accounts', lazy: () => import('./payments/accounts/accounts-page') },
            { path: 'payments/:runId', lazy: () => import('./payments/run-page') },
            { path: 'standards', lazy: () => import('./standards/standards-page') },
            { path: 'uplift', lazy: () => import('./uplift/uplifts-page') },
            { path: 'uplift/:runId', lazy: () => import('./uplift/uplift-page') },
            { path: 'price-linkage', lazy: () => import('./price-linkage/price-linkage-page') },
            { path: 'funds', lazy: () => import('./funds/funds-page') },
            { path: 'reserve-fund', lazy: () => import('./reserve-fund/reserve-fund-page') },
            { path: 'recovery', lazy: () => import('./recovery/recovery-page') },
            { path: 'dynamics', lazy: () => import('./dynamics/dynamics-page') },
            { path: 'disclosure', lazy: () => import('./disclosure/disclosure-page') },
            { path: 'exchange', lazy: () => import('./exchange/exchange-page') },
            { path: 'exchange/packages/:packageId', lazy: () => import('./exchange/package-page') },
            { path: 'admin/workflows', lazy: () => import('./workflows/workflows-page') },
            { path: 'admin/workflows/:caseId', lazy: () => import('./workflows/workflow-page') },
            { path: 'admin/parameters', lazy: () => import('./parameters/parameters-page') },
            { path: 'admin/calendar', lazy: () => import('./calendar/calendar-page') },
            { path: 'admin/staff', lazy: () => import('./staff/staff-page') },
            { path: 'admin/staff/:staffId', lazy: () => import('./staff/person-page') },
            { path: 'admin/parameters/one', lazy: () => import('./parameters/parameter-page') },
            { path: 'admin/delegation', lazy: () => import('./delegation/delegation-page') },
            { path: 'admin/audit', lazy: () => import('./audit/audit-page') },
            { path: 'relatives', lazy: () => import('./relatives/register-page') },
            { path: 'cases/:caseId/relatives', lazy: () => import('./relatives/case-relatives-page') },
            { path: 'me', lazy: () => import('./staff/own-page') },
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ]);
