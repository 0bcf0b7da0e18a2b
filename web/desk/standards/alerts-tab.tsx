import { Checkbox } from 'antd';
import { showDate } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { PlainTable } from '../../shared/page/plain-table';
import { useStandardAlerts } from './api';
import { texts } from './texts';

const { alerts: words } = texts;

const sayDays = (days: number): string => (days > 0 ? words.late(days) : days < 0 ? words.ahead(-days) : words.today);

export const AlertsTab = () => {
  const [{ all }, set] = useUrlFilters(['all']);
  return (
    <>
      <div className="filters no-print">
        <Checkbox checked={all === 'true'} onChange={({ target }) => set({ all: target.checked ? 'true' : '' })}>
          {words.all}
        </Checkbox>
      </div>
      <AsyncView query={useStandardAlerts(all === 'true' ? 'all' : 'open')}>
        {(alerts) =>
          alerts.length === 0 ? (
            <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
          ) : (
            <PlainTable caption={words.caption} columns={words.columns}>
              {alerts.map((alert) => (
                <tr key={alert.id}>
                  <td>{alert.divisionName}</td>
                  <td>
                    <Tag tone={alert.endedOn === null && alert.daysLate > 0 ? 'late' : 'plain'}>{alert.kindLabel}</Tag>
                  </td>
                  <td>
                    {showDate(alert.dueOn)}
                    <div className="small quiet">{sayDays(alert.daysLate)}</div>
                  </td>
                  <td>{alert.sentence}</td>
                  <td className="small">
                    {showDate(alert.raisedOn)}
                    {alert.endedOn ? <div>{words.ended(showDate(alert.endedOn))}</div> : null}
                  </td>
                </tr>
              ))}
            </PlainTable>
          )
        }
      </AsyncView>
    </>
  );
};
