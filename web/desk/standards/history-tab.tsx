import { Select } from 'antd';
import { standardKinds, standards } from '../../../domain/standards/kinds';
import { oneOf } from '../../shared/api/client';
import { showDate } from '../../shared/format/dates';
import { PlaceControl } from '../../shared/plain-form/place-control';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { PlainTable } from '../../shared/page/plain-table';
import { useMe } from '../session/api';
import { useStandardHistory, type HistoryView } from './api';
import { HistoryChart } from './history-chart';
import { spansOf, type Span } from './steps';
import { texts } from './texts';

const { history: words } = texts;
const options = standardKinds.map((value) => ({ value, label: standards[value].label }));

const Row = ({ span, unit }: { readonly span: Span; readonly unit: string }) => (
  <tr>
    <td>{words.from(showDate(span.from), span.to ? showDate(span.to) : null)}</td>
    <td className="strong">{span.own ? `${span.own.value}${unit}` : '—'}</td>
    <td>{span.guide ? `${span.guide.value}${unit}` : '—'}</td>
    <td className="small">{(span.own ?? span.guide)?.reference}</td>
  </tr>
);

const Body = ({ history }: { readonly history: HistoryView }) => {
  const latest = history.steps.at(-1);
  const { label, unitLabel, divisionName: place } = history;
  if (!latest && history.guide.length === 0) return <EmptyState title={words.none} />;
  return (
    <>
      <HistoryChart
        history={history}
        title={
          latest
            ? words.latest(place, label, `${latest.value}${unitLabel}`, showDate(latest.from))
            : words.chart(place, label)
        }
      />
      <PlainTable caption={words.caption} columns={words.columns}>
        {spansOf(history).map((span) => (
          <Row key={span.from} span={span} unit={unitLabel} />
        ))}
      </PlainTable>
    </>
  );
};

export const HistoryTab = () => {
  const { current } = useMe();
  const [{ place, kind }, set] = useUrlFilters(['place', 'kind']);
  const division = place || current.division.slice(0, 6);
  const named = oneOf(standardKinds, kind) ?? 'urban';
  const history = useStandardHistory(division, named);
  return (
    <>
      <div className="filters no-print">
        <PlaceControl
          id="history-place"
          label={texts.place}
          root={current.division.slice(0, 6)}
          value={division}
          deepest={6}
          change={(code) => set({ place: code })}
        />
        <Select
          aria-label={texts.kind}
          value={named}
          options={options}
          onChange={(next: string) => set({ kind: next })}
        />
      </div>
      <AsyncView query={history}>{(data) => <Body history={data} />}</AsyncView>
    </>
  );
};
