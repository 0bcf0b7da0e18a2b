import { Button, Select } from 'antd';
import { useState } from 'react';
import { outcomes } from '../../../../domain/payment-files/outcomes';
import { MoreButton } from '../../../shared/page/more-button';
import { showDate } from '../../../shared/format/dates';
import { showYuan } from '../../../shared/format/money';
import { Tag } from '../../../shared/page/tag';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { PlainTable } from '../../../shared/page/plain-table';
import { useReturnRows, type Outcome, type ReturnView } from './api';
import { texts } from './texts';

const { rows: words } = texts;
const options = [
  { value: '', label: words.all },
  ...(Object.keys(outcomes) as Outcome[]).map((value) => ({ value, label: outcomes[value] })),
];
const tones: Readonly<Record<Outcome, 'plain' | 'good' | 'late'>> = {
  applied: 'good',
  repeated: 'plain',
  unknown: 'late',
  differs: 'late',
  late: 'late',
};

const yuan = (amount: string | null): string => (amount === null ? '—' : showYuan(amount));

/** One return file as the bank wrote it, each row with what became of it. */
export const ReturnRows = ({ file, close }: { readonly file: ReturnView; readonly close: () => void }) => {
  const [outcome, choose] = useState<Outcome | ''>('');
  const rows = useReturnRows(file.id, outcome === '' ? undefined : outcome);
  return (
    <section className="panel" aria-label={words.caption(file.name)}>
      <h2>{words.caption(file.name)}</h2>
      <div className="filters no-print">
        <Select aria-label={words.outcome} value={outcome} style={{ width: 240 }} options={options} onChange={choose} />
        <Button onClick={close}>{words.close}</Button>
      </div>
      <AsyncView query={rows}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <EmptyState title={words.none} />;
          return (
            <PlainTable caption={words.caption(file.name)} columns={words.columns} className="run-lines">
              {items.map((row) => (
                <tr key={row.row}>
                  <td className="num">{row.row}</td>
                  <td>{row.reference ?? '—'}</td>
                  <td>{row.applicantName ?? '—'}</td>
                  <td className="num">{yuan(row.amount)}</td>
                  <td className="num">{yuan(row.listed)}</td>
                  <td>{row.result}</td>
                  <td className="small">
                    {[row.reason, row.paidOn ? showDate(row.paidOn) : null].filter(Boolean).join(';')}
                  </td>
                  <td>
                    <Tag tone={tones[row.outcome.id]}>{row.outcome.label}</Tag>
                  </td>
                </tr>
              ))}
            </PlainTable>
          );
        }}
      </AsyncView>
      <MoreButton pages={rows} label={words.more} />
    </section>
  );
};
