import { Fragment, type ReactNode } from 'react';
import { closingFigureNames, type ClosingFigure } from '../../../domain/funds/closing';
import { showYuan } from '../../shared/format/money';
import { PlainTable } from '../../shared/page/plain-table';
import type { ClosingLine, ClosingView } from './api';
import { texts } from './texts';

const { closing: words } = texts;

/** Figures that stand below another one, in its column. */
const below: Partial<Record<ClosingFigure, ClosingFigure>> = {
  arrived: 'allocated',
  spent: 'onTheWay',
  carriedOut: 'handedBack',
};
const leading = closingFigureNames.filter((name) => !Object.values(below).includes(name));
const titles = leading.map((name) =>
  [name, below[name]].flatMap((one) => (one ? [words.figures[one]] : [])).join(' / '),
);

/** In a narrow column the name goes above the amount, which stays whole. */
const Part = ({ name, amount }: { readonly name: string; readonly amount: string }) => (
  <div className="quiet small">
    {name} <span className="num">{showYuan(amount)}</span>
  </div>
);

interface CellsProps {
  readonly figures: Readonly<Record<ClosingFigure, string>>;
  /** What else stands in the cell of a figure. */
  readonly more?: (name: ClosingFigure) => ReactNode;
}

const Cells = ({ figures, more }: CellsProps) =>
  leading.map((name) => {
    const second = below[name];
    return (
      <td key={name} className="num">
        {showYuan(figures[name])}
        {second ? <Part name={words.figures[second]} amount={figures[second]} /> : null}
        {more?.(name)}
      </td>
    );
  });

/** Of a figure, what is of which year; nothing where all of it is of the line's own. */
const Origins = ({
  line,
  name,
  year,
}: {
  readonly line: ClosingLine;
  readonly name: ClosingFigure;
  readonly year: number;
}) => {
  if (name !== 'carriedIn' && name !== 'arrived' && name !== 'left') return null;
  const parts = line.byYear.filter((part) => Number(part[name]) !== 0);
  if (name === 'arrived' && parts.every((part) => part.year === year)) return null;
  return parts.map((part) => (
    <Fragment key={part.year}>
      <Part name={words.moneyOf(part.year)} amount={part[name]} />
      {name !== 'left' ? null : part.carryUntil > year ? (
        <div className="quiet small">{words.until(part.carryUntil)}</div>
      ) : (
        <div className="small strong late">{words.past}</div>
      )}
    </Fragment>
  ));
};

interface Props {
  readonly closing: ClosingView;
  readonly lines: readonly ClosingLine[];
  /** What may be done with what a line has left. */
  readonly doing: (line: ClosingLine) => ReactNode;
}

/** Line by line what a year's money came to, and all counties together. */
export const ClosingTable = ({ closing, lines, doing }: Props) => (
  <PlainTable
    caption={words.caption(closing.year)}
    columns={[words.line, ...titles]}
    className="fund-money fund-closing"
  >
    {lines.map((line) => (
      <tr key={`${line.division}/${line.programme}/${line.source}`}>
        <td>
          {line.divisionName}
          <div>{words.lineName(line)}</div>
        </td>
        <Cells
          figures={line}
          more={(name) => (
            <>
              <Origins line={line} name={name} year={closing.year} />
              {name === 'left' && Number(line.left) < 0 ? <div className="small late">{words.ahead}</div> : null}
              {name === 'left' ? doing(line) : null}
            </>
          )}
        />
      </tr>
    ))}
    <tr className="strong">
      <td>{words.total}</td>
      <Cells figures={closing.total} />
    </tr>
  </PlainTable>
);

/** What the counties have left by the year it was first appropriated for, and what of it must go back. */
export const ClosingYears = ({ closing: { year, totalByYear } }: { readonly closing: ClosingView }) =>
  totalByYear.length === 0 ? null : (
    <section className="fund-years">
      <h2>{words.byYear}</h2>
      <PlainTable caption={words.byYear} columns={words.yearColumns(year + 1)} className="fund-money fund-closing">
        {totalByYear.map((row) => (
          <tr key={row.year}>
            <td>{words.moneyOf(row.year)}</td>
            <td className="num">{showYuan(row.left)}</td>
            <td className={Number(row.mustHandBack) > 0 ? 'num strong late' : 'num'}>{showYuan(row.mustHandBack)}</td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
