import { Button, Skeleton } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { ProblemError } from '../api/problem';
import { texts } from './texts';

/** A skeleton only after 150 ms, so that quick answers do not flicker. */
export const Loading = ({ rows = 6 }: { readonly rows?: number }) => {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-label={texts.loading} className="loading">
      {shown ? <Skeleton active title={false} paragraph={{ rows }} /> : null}
    </div>
  );
};

export const EmptyState = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="state">
    <p className="state-title">{title}</p>
    {children ? <div className="state-text">{children}</div> : null}
  </div>
);

const NoPermission = ({ detail }: { readonly detail: string }) => (
  <div className="state" role="alert">
    <p className="state-title">{texts.noPermission}</p>
    <p className="state-text">{detail}</p>
    <p className="state-text">{texts.noPermissionHint}</p>
  </div>
);

/** What went wrong, what now, and the request number for whoever is asked. */
export const ErrorState = ({ problem, retry }: { readonly problem: ProblemError; readonly retry?: () => void }) => {
  if (problem.status === 403) return <NoPermission detail={problem.message} />;
  return (
    <div className="state" role="alert">
      <p className="state-title">{problem.status === 404 ? texts.notFound : texts.failed}</p>
      <p className="state-text">{problem.message}</p>
      {problem.requestId ? (
        <p className="state-text quiet">
          {texts.requestNumber}
          {problem.requestId}
        </p>
      ) : null}
      {retry ? <Button onClick={retry}>{texts.retry}</Button> : null}
    </div>
  );
};
