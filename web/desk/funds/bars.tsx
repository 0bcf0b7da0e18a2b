interface Bar {
  readonly label: string;
  readonly parts: readonly {
    readonly name: string;
    readonly value: number;
    readonly tone: 'plain' | 'accent' | 'strong' | 'late';
  }[];
}

interface Props {
  readonly title: string;
  readonly bars: readonly Bar[];
}

const WIDTH = 640;
const LEFT = 72;
const RIGHT = 96;
const LINE = 14;
const GAP = 14;

const inWan = (value: number): string =>
  `${(value / 10_000).toLocaleString('zh-CN', { maximumFractionDigits: 2 })}万元`;

/** Amounts (yuan) side by side. The same figures stand in the table below it; readers get the title and each bar in words. */
export const Bars = ({ title, bars }: Props) => {
  const top = Math.max(1, ...bars.flatMap(({ parts }) => parts.map(({ value }) => value)));
  const width = (value: number): number => (Math.max(0, value) / top) * (WIDTH - LEFT - RIGHT);
  const heights = bars.map(({ parts }) => parts.length * LINE + GAP);
  const offset = (index: number): number => heights.slice(0, index).reduce((sum, height) => sum + height, 0);
  const height = offset(bars.length);
  return (
    <figure className="fund-chart">
      <figcaption className="strong">{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={title}>
        {bars.map(({ label, parts }, index) => (
          <g key={label} transform={`translate(0 ${offset(index)})`}>
            <text x={LEFT - 8} y={(parts.length * LINE) / 2 + 4} textAnchor="end">
              {label}
            </text>
            {parts.map(({ name, value, tone }, at) => (
              <g key={name}>
                <rect className={`bar-${tone}`} x={LEFT} y={at * LINE + 1} width={width(value)} height={LINE - 2}>
                  <title>{`${label} ${name} ${inWan(value)}`}</title>
                </rect>
                <text x={LEFT + width(value) + 4} y={at * LINE + LINE - 3} className="bar-value">
                  {`${name} ${inWan(value)}`}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
};
