import { sayMonth } from '../../../domain/civil-date';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { MoreButton } from '../../shared/page/more-button';
import { showDate } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay } from '../session/api';
import { useLines, type LineView } from './api';
import { texts } from './texts';
import { Withheld } from './withheld';

const { lines: words } = texts;

const tones: Readonly<Partial<Record<LineView['state']['id'], 'late' | 'good'>>> = {
  held: 'late',
  failed: 'late',
  uncertain: 'late',
  paid: 'good',
};

const Who = ({ line }: { readonly line: LineView }) => {
  const may = useMay('case.read');
  return (
    <>
      {may ? <Link to={`/cases/${line.caseId}`}>{line.applicantName}</Link> : line.applicantName}
      <div className="quiet small">{`${words.members(line.memberCount)}${line.number ? ` · ${line.number}` : ''}`}</div>
    </>
  );
};

const About = ({ line }: { readonly line: LineView }) => (
  <>
    {line.holds.map(({ reason, label, detail, desk, todo }) => (
      <div key={reason}>
        {`${label}${detail ? `(${detail})` : ''}`}
        <div className="quiet small">{`${desk}:${todo}`}</div>
      </div>
    ))}
    {[
      line.holds.length === 0 ? line.reason : null,
      line.bankReason,
      line.paidOn ? words.paidOn(showDate(line.paidOn)) : null,
      line.correction > 0 ? words.correction(line.correction) : null,
    ]
      .filter((part) => part !== null)
      .join(';')}
  </>
);

interface Props {
  readonly runId: string;
  readonly filters: Parameters<typeof useLines>[1];
  readonly caption: string;
  /** What can be done with a line, beside what is said of it. */
  readonly extra?: (line: LineView) => ReactNode;
}

/** Lines of a run, page by page. */
export const LinesTable = ({ runId, filters, caption, extra }: Props) => {
  const lines = useLines(runId, filters);
  return (
    <AsyncView query={lines}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return <EmptyState title={words.none} />;
        return (
          <>
            <PlainTable caption={caption} columns={words.columns} className="run-lines">
              {rows.map((line) => (
                <tr key={line.id}>
                  <td>
                    <Who line={line} />
                  </td>
                  <td>{line.townshipName}</td>
                  <td>{sayMonth(line.month)}</td>
                  <td>{line.kindLabel}</td>
                  <td className="num">
                    {showYuan(line.amount)}
                    <Withheld withheld={line.withheld} paidOut={line.paidOut} />
                  </td>
                  <td className="small">{line.account ?? words.noAccount}</td>
                  <td>
                    <Tag tone={tones[line.state.id] ?? 'plain'}>{line.state.label}</Tag>
                  </td>
                  <td className="small">
                    <About line={line} />
                    {extra?.(line)}
                  </td>
                </tr>
              ))}
            </PlainTable>
            <MoreButton pages={lines} label={words.more} />
          </>
        );
      }}
    </AsyncView>
  );
};
