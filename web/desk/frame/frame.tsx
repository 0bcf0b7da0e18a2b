import { lazy, useState, Suspense } from 'react';
import { Navigate, NavLink, Outlet, ScrollRestoration, useLocation, useNavigate, useNavigation } from 'react-router';
import { asProblem, type ProblemError } from '../../shared/api/problem';
import { ShortcutHelp } from '../../shared/keyboard/shortcut-help';
import { useShortcuts } from '../../shared/keyboard/shortcuts';
import { useLive } from '../../shared/live';
import { ErrorState, Loading } from '../../shared/states/states';
import { useMe, useSession } from '../session/api';
import { LogInPage } from '../session/log-in-page';
import { SessionEndedDialog } from '../session/session-ended-dialog';
import { visible } from './navigation';
import { SearchBox } from './search-box';
import { WhoAmI } from './who-am-i';

const UploadStrip = lazy(() => import('../visits/upload-strip'));
const WithoutNetwork = lazy(() => import('../visits/offline/without-network'));

/** What was filled in at homes waits for the network on every page. */
const Strip = () => (
  <Suspense fallback={null}>
    <UploadStrip session={useMe()} />
  </Suspense>
);

const Navigation = ({ permissions }: { readonly permissions: readonly string[] }) => {
  const shown = visible(permissions);
  return (
    <nav aria-label="主菜单" className="nav">
      {shown.map(({ to, label, group }, index) => (
        <div key={to}>
          {group && shown[index - 1]?.group !== group ? <div className="nav-group">{group}</div> : null}
          <NavLink to={to} end={to === '/'}>
            {label}
          </NavLink>
        </div>
      ))}
    </nav>
  );
};

const Inside = ({ permissions }: { readonly permissions: readonly string[] }) => {
  const [help, setHelp] = useState(false);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const moving = useNavigation().state === 'loading';
  // Who has no queue begins with the first page of their own.
  const home = pathname === '/' && !permissions.includes('queue.read') ? visible(permissions)[0]?.to : undefined;
  useLive();
  useShortcuts({
    '?': () => setHelp(true),
    '/': () => document.getElementById('search')?.focus(),
    g: () => void navigate('/'),
  });
  return (
    <div className="frame">
      <a className="skip" href="#content">
        跳到正文
      </a>
      <header className="top">
        <span className="brand">兜底</span>
        <SearchBox />
        <WhoAmI help={() => setHelp(true)} />
      </header>
      <Navigation permissions={permissions} />
      <main id="content" tabIndex={-1} aria-busy={moving}>
        {permissions.includes('visit.prepare') ? <Strip /> : null}
        <Suspense fallback={<Loading />}>{home === undefined ? <Outlet /> : <Navigate to={home} replace />}</Suspense>
      </main>
      <ShortcutHelp open={help} close={() => setHelp(false)} />
      <SessionEndedDialog />
      <ScrollRestoration />
    </div>
  );
};

/** The pages that work without network. */
const VISITS = '/visits';
const BAD_GATEWAY = 502;
const isAway = ({ status, code }: ProblemError): boolean => code === 'offline' || status >= BAD_GATEWAY;

/** Log-in first; then the frame around every page. */
export const Frame = () => {
  const { data: session, isError, error, failureReason, refetch } = useSession();
  const { pathname } = useLocation();
  if (session) return <Inside key={session.current.id} permissions={session.permissions} />;
  const retry = (): void => void refetch();
  const broken = failureReason ? asProblem(failureReason) : undefined;
  if (broken && isAway(broken) && pathname.startsWith(VISITS))
    return (
      <Suspense fallback={<Loading />}>
        <WithoutNetwork problem={broken} retry={retry} />
      </Suspense>
    );
  if (!isError) return <Loading />;
  const problem = asProblem(error);
  if (problem.status === 401) return <LogInPage />;
  return (
    <main className="log-in">
      <ErrorState problem={problem} retry={retry} />
    </main>
  );
};
