import { useState } from 'react';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useMonths, useStartRecipients, type MonthView } from './api';
import { MonthRow } from './month-row';
import { RecipientsPanel } from './recipients-panel';
import { StartForm } from './start-form';
import { PlainTable } from '../../shared/page/plain-table';
import { texts } from './texts';

const { months: words } = texts;

const StartRecipients = ({
  row,
  startId,
  close,
}: {
  readonly row: MonthView;
  readonly startId: string;
  readonly close: () => void;
}) => (
  <RecipientsPanel
    title={texts.recipients.title(row.month, row.areaName)}
    query={useStartRecipients(startId, undefined)}
    close={close}
  />
);

interface Opened {
  readonly row: MonthView;
  readonly part: 'start' | 'recipients';
}

export const MonthsTab = () => {
  const [opened, setOpened] = useState<Opened>();
  const close = (): void => setOpened(undefined);
  return (
    <>
      {opened?.part === 'start' ? (
        <StartForm key={opened.row.area + opened.row.month} row={opened.row} close={close} />
      ) : null}
      {opened?.part === 'recipients' && opened.row.start ? (
        <StartRecipients row={opened.row} startId={opened.row.start.id} close={close} />
      ) : null}
      <AsyncView query={useMonths()}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.empty} />
          ) : (
            <PlainTable caption={words.caption} columns={words.columns} className="linkage-months">
              {rows.map((row) => (
                <MonthRow
                  key={row.area + row.month}
                  row={row}
                  propose={() => setOpened({ row, part: 'start' })}
                  recipients={() => setOpened({ row, part: 'recipients' })}
                />
              ))}
            </PlainTable>
          )
        }
      </AsyncView>
    </>
  );
};
