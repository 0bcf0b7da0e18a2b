import { Button } from 'antd';
import { texts } from './texts';

interface Props {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

export const MoreButton = ({ query }: Props) =>
  query.hasNextPage ? (
    <div className="table-foot">
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {texts.more}
      </Button>
    </div>
  ) : null;
