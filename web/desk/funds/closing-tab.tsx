import { Button } from 'antd';
import { useState } from 'react';
import { closingFigureNames } from '../../../domain/funds/closing';
import { showYuan } from '../../shared/format/money';
import { MoreButton } from '../../shared/page/more-button';
import { PlainTable } from '../../shared/page/plain-table';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useMay, useMe } from '../session/api';
import { useClosing, type Asked, type ClosingLine } from './api';
import { texts } from './texts';
import { lineName, YearEndForm, type YearEnd } from './year-end-form';

const { closing: words } = texts;
const ends = ['carry', 'handBack'] as const;

/** What is past its limit goes back before anything goes on. */
const endsOf = ({ left, mustHandBack }: ClosingLine): readonly YearEnd['kind'][] => {
  if (Number(left) <= 0) return [];
  return Number(mustHandBack) > 0 ? ['handBack'] : ends;
};

interface RowProps {
  readonly line: ClosingLine;
  /** Absent where the reader may not. */
  readonly begin: ((kind: YearEnd['kind']) => void) | undefined;
}

const Row = ({ line, begin }: RowProps) => (
  <tr>
    <td>{line.divisionName}</td>
    <td>{lineName(line)}</td>
    {closingFigureNames.map((name) => (
      <td key={name}>
        {showYuan(line[name])}
        {name === 'carriedIn'
          ? line.origins.map(({ year, amount }) => (
              <div key={year} className="quiet small">
                {words.origin(year, showYuan(amount))}
              </div>
            ))
          : null}
      </td>
    ))}
    <td>
      {line.firstYear !== null && line.carryUntil !== null ? words.age(line.firstYear, line.carryUntil) : null}
      {Number(line.mustHandBack) > 0 ? (
        <div className="strong">{words.mustHandBack(showYuan(line.mustHandBack))}</div>
      ) : null}
    </td>
    <td>
      {begin
        ? endsOf(line).map((kind) => (
            <Button
              key={kind}
              size="small"
              className="no-print"
              aria-label={words.what(words[kind], lineName(line))}
              onClick={() => begin(kind)}
            >
              {words[kind]}
            </Button>
          ))
        : null}
    </td>
  </tr>
);

/** What a year's money came to, line by line, and for the office's own lines what is done with the rest. */
export const ClosingTab = ({ asked }: { readonly asked: Asked }) => {
  const own = useMe().current.division.slice(0, 6);
  const mayEnter = useMay('funds.enter');
  const query = useClosing(asked);
  const [end, setEnd] = useState<YearEnd>();
  return (
    <>
      <p className="quiet">{words.hint}</p>
      {end ? <YearEndForm key={`${end.kind}-${lineName(end.line)}`} end={end} close={() => setEnd(undefined)} /> : null}
      <AsyncView query={query}>
        {({ pages }) => {
          const lines = pages.flatMap((page) => page.lines);
          const [first] = pages;
          return lines.length === 0 || !first ? (
            <EmptyState title={words.empty} />
          ) : (
            <>
              <PlainTable caption={words.caption(first.year)} columns={words.columns} className="fund-money">
                {lines.map((line) => (
                  <Row
                    key={`${line.division}/${line.programme}/${line.source}`}
                    line={line}
                    begin={
                      mayEnter && line.division === own ? (kind) => setEnd({ kind, line, year: first.year }) : undefined
                    }
                  />
                ))}
                <tr className="strong">
                  <td>{words.total}</td>
                  <td />
                  {closingFigureNames.map((name) => (
                    <td key={name}>{showYuan(first.total[name])}</td>
                  ))}
                  <td />
                  <td />
                </tr>
              </PlainTable>
              <MoreButton pages={query} label={texts.movements.more} />
              <Button className="no-print" onClick={() => window.print()}>
                {words.print}
              </Button>
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
