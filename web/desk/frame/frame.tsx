import { useEffect, useState, Suspense } from 'react';
import { Navigate, NavLink, Outlet, useLocation, useNavigate, useNavigation } from 'react-router';
import { asProblem } from '../../shared/api/problem';
import { ShortcutHelp } from '../../shared/keyboard/shortcut-help';
import { useShortcuts } from '../../shared/keyboard/shortcuts';
import { useLive } from '../../shared/live';
import { ErrorState, Loading } from '../../shared/states/states';
import { useSession } from '../session/api';
import { LogInPage } from '../session/log-in-page';
import { SessionEndedDialog } from '../session/session-ended-dialog';
import { visible } from './navigation';
import { SearchBox } from './search-box';
import { WhoAmI } from './who-am-i';

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
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);
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
        <Suspense fallback={<Loading />}>{home === undefined ? <Outlet /> : <Navigate to={home} replace />}</Suspense>
      </main>
      <ShortcutHelp open={help} close={() => setHelp(false)} />
      <SessionEndedDialog />
    </div>
  );
};

/** Log-in first; then the frame around every page. */
export const Frame = () => {
  const { data: session, isError, error, refetch } = useSession();
  if (session) return <Inside key={session.current.id} permissions={session.permissions} />;
  if (!isError) return <Loading />;
  const problem = asProblem(error);
  if (problem.status === 401) return <LogInPage />;
  return (
    <main className="log-in">
      <ErrorState problem={problem} retry={() => void refetch()} />
    </main>
  );
};
