import { Button } from 'antd';
import { useState } from 'react';
import { MoreButton } from '../../shared/page/more-button';
import { showDate } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { Tag } from '../../shared/page/tag';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useChange } from '../../shared/plain-form/use-change';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay } from '../session/api';
import { decideMovement, FUNDS, reverseMovement, useMovements, type Asked, type MovementView } from './api';
import { Decide } from './decide';
import { MovementForm } from './movement-form';
import { texts } from './texts';

const { movements: words } = texts;

const whatOf = (row: MovementView): string => `${row.kindLabel} ${row.documentNumber} ${showYuan(row.amount)}`;

const Reversing = ({ row, close }: { readonly row: MovementView; readonly close: () => void }) => {
  const change = useChange([FUNDS]);
  return (
    <section className="panel no-print">
      <h2>{`${words.reverse}:${whatOf(row)}`}</h2>
      <PlainForm
        id={`reverse-${row.id}`}
        fields={[{ name: 'reason', label: words.reverseReason, type: 'text', required: true }]}
        send={(values) => change(values, (key) => reverseMovement(row.id, values['reason'] ?? '', key))}
        submit={words.reverseSubmit}
        done={close}
      />
    </section>
  );
};

const Row = ({ row, reverse }: { readonly row: MovementView; readonly reverse: (() => void) | undefined }) => (
  <tr>
    <td>{showDate(row.onDate)}</td>
    <td>
      {row.kindLabel} {row.reverses === null ? null : <Tag tone="late">{words.reversal}</Tag>}
    </td>
    <td>{`${row.programmeLabel} ${row.year}`}</td>
    <td>{row.sourceLabel}</td>
    <td>{words.way(row.fromName, row.toName)}</td>
    <td>{showYuan(row.amount)}</td>
    <td>
      {row.documentNumber}
      {row.note ? <div className="quiet small">{row.note}</div> : null}
    </td>
    <td>
      <Decide
        state={row.state}
        makerId={row.makerId}
        division={row.enteredBy}
        permission="funds.check"
        what={whatOf(row)}
        touched={[FUNDS]}
        give={(verdict, key) => decideMovement(row.id, verdict, key)}
      />
      {reverse && row.state === 'approved' && row.reverses === null ? (
        <Button size="small" className="no-print" aria-label={`${words.reverse}:${whatOf(row)}`} onClick={reverse}>
          {words.reverse}
        </Button>
      ) : null}
    </td>
  </tr>
);

export const MovementsTab = ({ asked }: { readonly asked: Asked }) => {
  const mayEnter = useMay('funds.enter');
  const query = useMovements(asked);
  const [reversing, setReversing] = useState<MovementView>();
  return (
    <>
      {mayEnter && !reversing ? <MovementForm year={asked.year} /> : null}
      {reversing ? <Reversing row={reversing} close={() => setReversing(undefined)} /> : null}
      <AsyncView query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState title={words.empty} />
          ) : (
            <>
              <PlainTable caption={words.caption} columns={words.columns} className="fund-money">
                {rows.map((row) => (
                  <Row key={row.id} row={row} reverse={mayEnter ? () => setReversing(row) : undefined} />
                ))}
              </PlainTable>
              <MoreButton pages={query} label={words.more} />
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
