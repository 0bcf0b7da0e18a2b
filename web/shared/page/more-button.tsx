import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';

type Pages = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'fetchNextPage' | 'isFetchingNextPage'>;

/** Below a list that comes page by page; nothing where no page is left. */
export const MoreButton = ({ pages, label }: { readonly pages: Pages; readonly label: string }) =>
  pages.hasNextPage ? (
    <div className="form-foot no-print">
      <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {label}
      </Button>
    </div>
  ) : null;
