import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { texts } from './texts';

type Paged = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'fetchNextPage' | 'isFetchingNextPage'>;

export const MoreButton = ({ pages }: { readonly pages: Paged }) =>
  pages.hasNextPage ? (
    <div className="table-foot no-print">
      <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {texts.cases.more}
      </Button>
    </div>
  ) : null;
