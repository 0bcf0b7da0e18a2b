import { Button } from 'antd';
import { texts } from './texts';

interface Props {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
}

export const MoreButton = ({ query }: Props) =>
  query.hasNextPage ? (
    <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
      {texts.funds.more}
    </Button>
  ) : null;
