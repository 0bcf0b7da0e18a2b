import type { CalendarProposal } from '../../shared/api/types';
import { showDate } from '../../shared/format/dates';
import { DivisionName } from '../../shared/page/division-name';
import { AsyncView } from '../../shared/states/async-view';
import { Checker, CheckList } from '../checking/checker';
import { useDecide, useProposals } from './api';
import { texts } from './texts';

const range = ({ from, to, why }: { readonly from: string; readonly to: string; readonly why: string }): string =>
  `${why} ${showDate(from)}${from === to ? '' : `至${showDate(to)}`}`;

const One = ({ proposal }: { readonly proposal: CalendarProposal }) => {
  const decide = useDecide();
  const { year, division, title, source, off = [], worked = [], days = [] } = proposal;
  return (
    <Checker
      entry={proposal}
      permission="calendar.decide"
      give={(verdict) => decide.mutateAsync({ id: proposal.id, verdict })}
    >
      <div>
        <span className="strong">
          {`${year}年 `}
          <DivisionName code={division} />
          {` ${title ?? texts.local}`}
        </span>{' '}
        <span className="quiet small">{source}</span>
      </div>
      <div className="small">{off.map(range).join(';')}</div>
      {worked.length > 0 ? <div className="small">{`${texts.worked}:${worked.map(showDate).join('、')}`}</div> : null}
      {days.map((day) => (
        <div key={day.from + day.why} className="small">
          {`${range(day)} ${texts.kinds[day.kind]}${day.closesOffice ? '' : texts.officeOpen}`}
        </div>
      ))}
    </Checker>
  );
};

export const Proposals = () => (
  <section className="panel">
    <h2>{texts.proposals}</h2>
    <AsyncView query={useProposals()} rows={1}>
      {(list) =>
        list.length === 0 ? (
          <p className="quiet">{texts.noProposals}</p>
        ) : (
          <CheckList label={texts.proposals}>
            {list.map((proposal) => (
              <One key={proposal.id} proposal={proposal} />
            ))}
          </CheckList>
        )
      }
    </AsyncView>
  </section>
);
