import { showYuan } from '../../shared/format/money';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import type { UpliftDetail } from './api';
import { texts } from './texts';

const { sums: words } = texts;
type Line = UpliftDetail['total'][number];

const WIDTH = 720;
const BAR = 22;
const LABEL = 110;
const MOST = 15;

const gainOf = (classes: readonly Line[]): number =>
  Number(classes.find((line) => line.class === 'gain')?.difference ?? 0);

/** One bar a county, the largest first; the figures stand in the table below. */
const GainChart = ({ counties }: { readonly counties: UpliftDetail['counties'] }) => {
  const rows = [...counties]
    .map(({ county, name, classes }) => ({ county, name, gain: gainOf(classes) }))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, MOST);
  const most = Math.max(...rows.map(({ gain }) => gain), 1);
  if (rows.length < 2) return null;
  return (
    <figure className="uplift-chart">
      <figcaption>{words.chart}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${rows.length * BAR}`} role="img" aria-label={words.chart}>
        {rows.map(({ county, name, gain }, index) => {
          const width = (gain / most) * (WIDTH - LABEL - 120);
          return (
            <g key={county}>
              <text x={LABEL - 8} y={index * BAR + 15} textAnchor="end">
                {name}
              </text>
              <rect x={LABEL} y={index * BAR + 4} width={width} height={BAR - 8} />
              <text x={LABEL + width + 6} y={index * BAR + 15}>
                {showYuan(gain.toFixed(2))}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
};

const Row = ({ place, line }: { readonly place: string; readonly line: Line }) => (
  <tr className={place === words.total ? 'strong' : ''}>
    <td>{place}</td>
    <td>{line.label}</td>
    <td className="num">{line.cases}</td>
    <td className="num">{line.persons}</td>
    <td className="num">{showYuan(line.now)}</td>
    <td className="num">{showYuan(line.then)}</td>
    <td className="num">{showYuan(line.difference)}</td>
    <td className="num">{showYuan(line.differenceYearEnd)}</td>
  </tr>
);

export const SumsTab = ({ detail }: { readonly detail: UpliftDetail }) => {
  const { total, counties } = detail;
  if (total.length === 0) return <EmptyState title={words.empty} />;
  const gain = total.find((line) => line.class === 'gain');
  return (
    <>
      <h2>
        {gain ? words.answer(gain.cases, showYuan(gain.difference), showYuan(gain.differenceYearEnd)) : words.nobody}
      </h2>
      <GainChart counties={counties} />
      <PlainTable caption={words.caption} columns={words.columns}>
        {counties.flatMap(({ county, name, classes }) =>
          classes.map((line) => <Row key={`${county}${line.class}`} place={name} line={line} />),
        )}
        {counties.length > 1 ? total.map((line) => <Row key={line.class} place={words.total} line={line} />) : null}
      </PlainTable>
      <p className="quiet small">{words.note}</p>
    </>
  );
};
