import { Button } from 'antd';
import { useState } from 'react';
import { showInstant } from '../../../shared/format/dates';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { PlainTable } from '../../../shared/page/plain-table';
import { useReturns, type ReturnView } from './api';
import { ReturnRows } from './return-rows';
import { texts } from './texts';

const { returns: words } = texts;

interface RowProps {
  readonly one: ReturnView;
  readonly open: () => void;
}

const Row = ({ one, open }: RowProps) => (
  <tr>
    <td>
      {one.name}
      {one.problem ? <div className="small late">{one.problem}</div> : null}
    </td>
    <td className="small">{words.by(one.receivedBy, showInstant(one.receivedAt))}</td>
    {([one.total, one.applied, one.repeated, one.unknown, one.differs, one.late] as const).map((count, index) => (
      <td key={words.columns[index + 2]} className="num">
        {count}
      </td>
    ))}
    <td className="no-print">
      <Button size="small" aria-label={words.rowsOf(one.name)} onClick={open}>
        {words.rows}
      </Button>
    </td>
  </tr>
);

/** The return files of a run, and one of them row by row. */
export const Returns = ({ runId }: { readonly runId: string }) => {
  const returns = useReturns(runId);
  const [shown, show] = useState<ReturnView>();
  return (
    <AsyncView query={returns}>
      {({ returns: list }) => (
        <>
          {list.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <PlainTable caption={words.caption} columns={words.columns} className="run-lines">
              {list.map((one) => (
                <Row key={one.id} one={one} open={() => show(one)} />
              ))}
            </PlainTable>
          )}
          {shown ? <ReturnRows key={shown.id} file={shown} close={() => show(undefined)} /> : null}
        </>
      )}
    </AsyncView>
  );
};
