import { today } from '../../shared/format/dates';
import type { HistoryView } from './api';
import { texts } from './texts';

type Step = HistoryView['steps'][number];

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 56;
const BOTTOM = 28;
const TOP = 12;
const RIGHT = 12;

const time = (day: string): number => Date.parse(day);

interface Scale {
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
}

const scaleOf = (
  steps: readonly Step[],
): Scale & { readonly top: number; readonly first: string; readonly last: string } => {
  const first = steps.map(({ from }) => from).sort()[0] ?? today();
  const last = [today(), ...steps.map(({ from }) => from)].sort().at(-1) ?? today();
  const top = Math.ceil((Math.max(...steps.map(({ value }) => Number(value)), 1) * 1.1) / 100) * 100;
  const span = Math.max(1, time(last) - time(first));
  return {
    first,
    last,
    top,
    x: (day) => LEFT + ((time(day) - time(first)) / span) * (WIDTH - LEFT - RIGHT),
    y: (value) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM),
  };
};

/** A stair: level while the value holds, a step on the day it changes. */
const stair = (steps: readonly Step[], { x, y }: Scale, last: string): string =>
  steps
    .map(({ from, to, value }, index) => {
      const level = y(Number(value)).toFixed(1);
      const end = x(to !== null && to < last ? to : last).toFixed(1);
      return `${index === 0 ? 'M' : 'L'}${x(from).toFixed(1)},${level} H${end}`;
    })
    .join(' ');

const Axis = ({ scale }: { readonly scale: ReturnType<typeof scaleOf> }) => {
  const { top, first, last, x, y } = scale;
  const years = Array.from(
    { length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) },
    (_, index) => Number(first.slice(0, 4)) + index + 1,
  );
  return (
    <g className="chart-axis">
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
          <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {years.map((year) => (
        <text key={year} x={x(`${year}-01-01`)} y={HEIGHT - 8} textAnchor="middle">
          {year}
        </text>
      ))}
    </g>
  );
};

/** One question, its answer as title; the figures stand in the table beside it. */
export const HistoryChart = ({ history, title }: { readonly history: HistoryView; readonly title: string }) => {
  const scale = scaleOf([...history.steps, ...history.guide]);
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <Axis scale={scale} />
        <path className="chart-guide" d={stair(history.guide, scale, scale.last)} />
        <path className="chart-own" d={stair(history.steps, scale, scale.last)} />
      </svg>
      <p className="chart-key small" aria-hidden="true">
        <span className="chart-key-own">{texts.history.own}</span>
        <span className="chart-key-guide">{texts.history.guide}</span>
        {history.unitLabel}
      </p>
    </figure>
  );
};
