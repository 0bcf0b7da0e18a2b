import { showDate } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useEntries } from './api';
import { MoreButton } from '../../shared/page/more-button';
import type { TabProps } from './tab-props';
import { texts } from './texts';

const { entries: words } = texts;

export const EntriesTab = ({ page: { fund } }: TabProps) => {
  const query = useEntries(fund.id);
  return (
    <AsyncView query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        return rows.length === 0 ? (
          <EmptyState title={words.empty} />
        ) : (
          <>
            <PlainTable caption={words.caption} columns={words.columns} className="fund-money">
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{showDate(row.onDate)}</td>
                  <td>{row.kindLabel}</td>
                  <td>{showYuan(row.amount)}</td>
                  <td>{showYuan(row.balance)}</td>
                </tr>
              ))}
            </PlainTable>
            <MoreButton pages={query} label={texts.funds.more} />
          </>
        );
      }}
    </AsyncView>
  );
};
