import { showDate } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { EmptyState } from '../../shared/states/states';
import { Decide } from '../funds/decide';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay } from '../session/api';
import { decide, RESERVE } from './api';
import type { TabProps } from './tab-props';
import { texts } from './texts';
import { TopUpForm } from './top-up-form';

const { topUps: words } = texts;

export const TopUpsTab = ({ page: { fund, topUps } }: TabProps) => {
  const mayKeep = useMay('reserveFund.keep');
  return (
    <>
      {mayKeep && fund.closedOn === null ? <TopUpForm /> : null}
      {topUps.length === 0 ? (
        <EmptyState title={words.empty} />
      ) : (
        <PlainTable caption={words.caption} columns={words.columns} className="fund-money">
          {topUps.map((row) => (
            <tr key={row.id}>
              <td>{showDate(row.createdAt)}</td>
              <td>{showYuan(row.amount)}</td>
              <td>{row.reason}</td>
              <td>
                <Decide
                  state={row.state}
                  makerId={row.makerId}
                  division={row.township}
                  permission="reserveFund.approve"
                  what={`${row.townshipName} ${showYuan(row.amount)}`}
                  touched={[RESERVE, 'funds']}
                  give={(verdict, key) => decide('topUps', row.id, verdict, key)}
                />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </>
  );
};
