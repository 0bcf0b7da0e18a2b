import { useState } from 'react';
import { fundAlertStages } from '../../../domain/funds/clocks';
import { MoreButton } from '../../shared/page/more-button';
import { oneOf } from '../../shared/api/client';
import { showDate } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { Segments } from '../../shared/page/segments';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useAlerts, type AlertView } from './api';
import { texts } from './texts';

const { alerts: words } = texts;
const stages = ['reminder', 'late'] as const;

const Row = ({ row }: { readonly row: AlertView }) => (
  <tr>
    <td>
      <Tag tone={row.stage === 'late' ? 'late' : 'accent'}>{row.kindLabel}</Tag>
      <div className="quiet small">{row.todo}</div>
    </td>
    <td>{row.divisionName}</td>
    <td>{row.concerns === row.division ? '—' : row.concernsName}</td>
    <td>{`${row.programmeLabel} ${row.year}(${row.sourceLabel})`}</td>
    <td className="num">{showYuan(row.amount)}</td>
    <td>
      {row.kind === 'idle' ? <div className="quiet small">{words.since(showDate(row.since))}</div> : null}
      {words.due(showDate(row.dueOn))}
      {row.daysLate > 0 ? <div className="time time-late">{words.late(row.daysLate)}</div> : null}
    </td>
  </tr>
);

export const AlertsTab = ({ division }: { readonly division: string }) => {
  const [stage, setStage] = useState('');
  const query = useAlerts(division, oneOf(stages, stage));
  return (
    <>
      <Segments
        label={words.stage}
        value={stage}
        options={[
          { value: '', label: words.all },
          ...stages.map((value) => ({ value, label: fundAlertStages[value] })),
        ]}
        change={setStage}
      />
      <AsyncView query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState title={words.empty} />
          ) : (
            <>
              <PlainTable caption={words.caption} columns={words.columns} className="fund-money">
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </PlainTable>
              <MoreButton pages={query} label={texts.movements.more} />
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
