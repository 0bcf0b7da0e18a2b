import { useRouteError } from 'react-router';
import { Page } from '../../shared/page/page';
import { ErrorState, EmptyState } from '../../shared/states/states';
import { asProblem } from '../../shared/api/problem';
import { Link } from 'react-router';

export const PageFailed = () => (
  <Page title="页面没有打开">
    <ErrorState problem={asProblem(useRouteError())} retry={() => window.location.reload()} />
  </Page>
);

export const NotFound = () => (
  <Page title="没有这个页面">
    <EmptyState title="地址可能写错了,或者页面已经移走">
      <Link to="/">回到工作台</Link>
    </EmptyState>
  </Page>
);
