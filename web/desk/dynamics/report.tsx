import { Button } from 'antd';
import { Page } from '../../shared/page/page';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useReport } from './api';
import { texts } from './texts';

const { report: words } = texts;

interface Counts {
  readonly label: string;
  readonly total: number;
  readonly noChange: number;
  readonly matter: number;
  readonly note: number;
  readonly undecided: number;
}

const Row = ({ counts }: { readonly counts: Counts }) => (
  <tr>
    <th scope="row">{counts.label}</th>
    <td className="num">{counts.total}</td>
    <td className="num">{counts.noChange}</td>
    <td className="num">{counts.matter}</td>
    <td className="num">{counts.note}</td>
    <td className="num">{counts.undecided}</td>
  </tr>
);

/** The report of a month, as it comes out of the lists below the reader's office. */
export const Report = ({ month }: { readonly month: string }) => (
  <Page title={words.titleOf(month)} crumbs={[{ label: texts.title, to: '/dynamics' }, { label: words.loading }]}>
    <AsyncView query={useReport(month)}>
      {(report) =>
        report.lists === 0 ? (
          <EmptyState title={words.empty} />
        ) : (
          <>
            <p>{words.sum(report.lists, report.signed, report.late)}</p>
            <PlainTable caption={words.caption} columns={words.columns}>
              {report.kinds.map((one) => (
                <Row key={one.kind} counts={one} />
              ))}
              <Row counts={{ ...report.total, label: words.total }} />
            </PlainTable>
            <div className="form-foot no-print">
              <Button onClick={() => window.print()}>{texts.one.print}</Button>
            </div>
          </>
        )
      }
    </AsyncView>
  </Page>
);
