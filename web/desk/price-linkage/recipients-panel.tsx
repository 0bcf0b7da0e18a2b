import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { showYuan } from '../../shared/format/money';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import type { ReportView } from './api';
import { texts } from './texts';

const { recipients: words } = texts;
const settlementWord = (settlement: string): string => (settlement === 'urban' ? words.urban : words.rural);

const Report = ({ report, caption }: { readonly report: ReportView; readonly caption: string }) => (
  <>
    <div className="table-wrap">
      <table className="case-table plain-table" aria-label={caption}>
        <thead>
          <tr>
            {words.columns.map((title, at) => (
              <th key={title} scope="col" className={at > 2 ? 'num' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.lines.map((line) => (
            <tr key={`${line.place}${line.class}${line.settlement}${line.amount}`}>
              <td>{line.placeName}</td>
              <td>{line.classLabel}</td>
              <td>{settlementWord(line.settlement)}</td>
              <td className="num">{showYuan(line.amount)}</td>
              <td className="num">{line.persons}</td>
              <td className="num">{showYuan(line.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="strong">
            <td colSpan={4}>{words.total}</td>
            <td className="num">{report.persons}</td>
            <td className="num">{showYuan(report.total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
    {report.payments.length > 0 ? (
      <p>{`${words.payments}${report.payments.map(({ label, persons, total }) => words.paid(label, persons, showYuan(total))).join(';')}`}</p>
    ) : null}
    <p className="quiet small">
      {`${report.rule}。${report.repeated > 0 ? `${words.repeated(report.repeated)}。` : ''}${words.scope}`}
    </p>
  </>
);

interface Props {
  readonly title: string;
  readonly query: UseQueryResult<ReportView>;
  readonly close: () => void;
}

/** How many persons and how much money, place by place, with the sum that they add up to. */
export const RecipientsPanel = ({ title, query, close }: Props) => (
  <section className="panel" aria-label={title}>
    <h2>{title}</h2>
    <AsyncView query={query} rows={3}>
      {(report) =>
        report.lines.length === 0 ? <EmptyState title={words.empty} /> : <Report report={report} caption={title} />
      }
    </AsyncView>
    <div className="form-foot no-print">
      <Button onClick={() => window.print()}>{words.print}</Button>
      <Button onClick={close}>{words.close}</Button>
    </div>
  </section>
);
