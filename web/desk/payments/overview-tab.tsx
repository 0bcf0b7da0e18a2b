import { Button } from 'antd';
import { showInstant } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { Tag } from '../../shared/page/tag';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import type { RunDetail } from './api';
import type { RunTabProps } from './tabs';
import { texts } from './texts';
import { Withheld } from './withheld';

const { overview: words } = texts;

type Place = RunDetail['places'][number];
type Sum = RunDetail['sums'][number];

const sayStates = (states: readonly Sum[]): string => states.map(({ label, lines }) => `${label}${lines}`).join(' · ');

const PlaceRow = ({ place }: { readonly place: Place }) => (
  <tr>
    <td>{place.name}</td>
    <td className="num">{place.lines}</td>
    <td className="num">
      {showYuan(place.amount)}
      <Withheld withheld={place.withheld} />
    </td>
    <td className="small">{sayStates(place.states)}</td>
    <td>
      {place.confirmedAt ? (
        <span className="small">{words.confirmedBy(place.confirmedBy ?? '', showInstant(place.confirmedAt))}</span>
      ) : (
        <Tag>{words.waitsConfirm}</Tag>
      )}
    </td>
  </tr>
);

const Sums = ({ sums }: { readonly sums: readonly Sum[] }) => (
  <PlainTable caption={words.sums} columns={words.sumColumns}>
    {sums.map(({ state, label, lines, amount, withheld }) => (
      <tr key={state}>
        <td>{label}</td>
        <td className="num">{lines}</td>
        <td className="num">
          {showYuan(amount)}
          <Withheld withheld={withheld} />
        </td>
      </tr>
    ))}
  </PlainTable>
);

const Steps = ({ steps }: Pick<RunDetail, 'steps'>) => (
  <PlainTable caption={words.steps} columns={words.stepColumns}>
    {steps.map(({ says, round, doneAt, lines, amount }) => (
      <tr key={`${says}${round}`}>
        <td>{says}</td>
        <td>{words.round(round)}</td>
        <td>{showInstant(doneAt)}</td>
        <td className="num">{lines}</td>
        <td className="num">{showYuan(amount)}</td>
      </tr>
    ))}
  </PlainTable>
);

/** Township by township, state by state, and what the system's own steps found each time. */
const OverviewTab = ({ run }: RunTabProps) => {
  if (run.places.length === 0) return <EmptyState title={words.noPlaces} />;
  return (
    <>
      <h2>{words.places}</h2>
      <PlainTable caption={words.places} columns={words.placeColumns} className="run-places">
        {run.places.map((place) => (
          <PlaceRow key={place.township} place={place} />
        ))}
      </PlainTable>
      <h2>{words.sums}</h2>
      <Sums sums={run.sums} />
      <h2>{words.steps}</h2>
      <Steps steps={run.steps} />
      <div className="form-foot no-print">
        <Button onClick={() => window.print()}>{words.print}</Button>
      </div>
    </>
  );
};

export default OverviewTab;
