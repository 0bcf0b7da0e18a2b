import { Button } from 'antd';
import { useState } from 'react';
import { MoreButton } from '../../shared/page/more-button';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useMay, useMe } from '../session/api';
import { useClosing, type Asked, type ClosingLine } from './api';
import { ClosingTable, ClosingYears } from './closing-table';
import { texts } from './texts';
import { YearEndForm, type YearEnd } from './year-end-form';

const { closing: words } = texts;
const ends = ['carry', 'handBack'] as const;

/** What is past its limit goes back before anything goes on. */
const endsOf = ({ left, mustHandBack }: ClosingLine): readonly YearEnd['kind'][] => {
  if (Number(left) <= 0) return [];
  return Number(mustHandBack) > 0 ? ['handBack'] : ends;
};

interface EndsProps {
  readonly line: ClosingLine;
  readonly year: number;
  readonly begin: (end: YearEnd) => void;
}

const Ends = ({ line, year, begin }: EndsProps) => (
  <div className="fund-ends no-print">
    {endsOf(line).map((kind) => (
      <Button
        key={kind}
        size="small"
        aria-label={words.what(words[kind], words.lineName(line))}
        onClick={() => begin({ kind, line, year })}
      >
        {words[kind]}
      </Button>
    ))}
  </div>
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
      {end ? (
        <YearEndForm key={`${end.kind}-${words.lineName(end.line)}`} end={end} close={() => setEnd(undefined)} />
      ) : null}
      <AsyncView query={query}>
        {({ pages }) => {
          const lines = pages.flatMap((page) => page.lines);
          const [first] = pages;
          return lines.length === 0 || !first ? (
            <EmptyState title={words.empty} />
          ) : (
            <>
              <ClosingTable
                closing={first}
                lines={lines}
                doing={(line) =>
                  mayEnter && line.division === own ? <Ends line={line} begin={setEnd} year={first.year} /> : null
                }
              />
              <MoreButton pages={query} label={texts.movements.more} />
              <ClosingYears closing={first} />
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
