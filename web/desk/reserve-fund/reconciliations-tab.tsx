import { sayMonth } from '../../../domain/civil-date';
import { App } from 'antd';
import { showYuan } from '../../shared/format/money';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useChange } from '../../shared/plain-form/use-change';
import { EmptyState } from '../../shared/states/states';
import { Decide } from '../funds/decide';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay } from '../session/api';
import { decide, proposeReconciliation, RESERVE } from './api';
import type { TabProps } from './tab-props';
import { texts } from './texts';

const { reconciliations: words } = texts;

const CountForm = ({ fundId }: { readonly fundId: string }) => {
  const change = useChange([RESERVE]);
  const { message } = App.useApp();
  return (
    <section className="panel no-print">
      <h2>{words.enter}</h2>
      <p className="quiet small">{words.hint}</p>
      <PlainForm
        id="reserve-count"
        fields={[
          { name: 'month', label: words.month, type: 'text', required: true, hint: '例如 2026-03' },
          { name: 'counted', label: words.counted, type: 'text', required: true },
          { name: 'explanation', label: words.explanation, type: 'text' },
        ]}
        send={async ({ month = '', counted = '', explanation }) => {
          const body = { month, counted, ...(explanation ? { explanation } : {}) };
          await change(body, (key) => proposeReconciliation(fundId, body, key));
          void message.success(words.saved);
        }}
        submit={words.submit}
      />
    </section>
  );
};

export const ReconciliationsTab = ({ page: { fund, reconciliations } }: TabProps) => {
  const mayKeep = useMay('reserveFund.keep');
  return (
    <>
      {mayKeep && fund.closedOn === null ? <CountForm fundId={fund.id} /> : null}
      {reconciliations.length === 0 ? (
        <EmptyState title={words.empty} />
      ) : (
        <PlainTable caption={words.caption} columns={words.columns} className="fund-money">
          {reconciliations.map((row) => (
            <tr key={row.id}>
              <td>{sayMonth(row.month)}</td>
              <td>{showYuan(row.ledger)}</td>
              <td>{showYuan(row.counted)}</td>
              <td className={Number(row.difference) === 0 ? '' : 'time time-late'}>{showYuan(row.difference)}</td>
              <td>{row.explanation ?? '—'}</td>
              <td>
                <Decide
                  state={row.state}
                  makerId={row.makerId}
                  division={row.township}
                  permission="reserveFund.sign"
                  what={`${sayMonth(row.month)} ${showYuan(row.counted)}`}
                  touched={[RESERVE]}
                  give={(verdict, key) => decide('reconciliations', row.id, verdict, key)}
                />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </>
  );
};
