import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';

export interface Crumb {
  readonly label: string;
  readonly to?: string;
}

interface Props {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · 兜底`;
  }, [title]);
};

const Crumbs = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => (
  <nav aria-label="所在位置" className="crumbs">
    {crumbs.map(({ label, to }) => (
      <span key={label}>{to ? <Link to={to}>{label}</Link> : label}</span>
    ))}
  </nav>
);

/** Title, where one is, and focus on the heading when a page is entered, so that keyboard and screen reader start there. */
export const Page = ({ title, crumbs = [], aside, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="page">
      {crumbs.length > 0 ? <Crumbs crumbs={crumbs} /> : null}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside ? <div className="page-aside">{aside}</div> : null}
      </div>
      {children}
    </div>
  );
};
