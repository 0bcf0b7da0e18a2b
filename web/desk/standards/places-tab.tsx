import { Input } from 'antd';
import { Link } from 'react-router';
import { daysBetween } from '../../../domain/civil-date';
import { showDate, today } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { useUrlFilters } from '../../shared/url-filters';
import { PlainTable } from '../../shared/page/plain-table';
import { useStandards, type PlaceStandards } from './api';
import { texts } from './texts';

const { places: words } = texts;
const shown = ['urban', 'rural', 'tekun'] as const;

const Cell = ({ place, kind }: { readonly place: PlaceStandards; readonly kind: (typeof shown)[number] }) => {
  const row = place.standards.find((one) => one.kind === kind);
  if (!row?.held) return <td className="quiet">{words.unknown}</td>;
  return (
    <td>
      <div className="strong">{`${row.held.value}${row.unitLabel}`}</div>
      <div className="quiet small">{`${showDate(row.held.from)}起,${row.held.division.length > 2 ? words.own : words.above}`}</div>
      {row.guide && row.guide.value !== row.held.value ? (
        <div className="quiet small">{words.guide(row.guide.value)}</div>
      ) : null}
    </td>
  );
};

const Row = ({ place, on }: { readonly place: PlaceStandards; readonly on: string }) => (
  <tr>
    <td>
      <Link to={`/standards?tab=history&place=${place.division}`} aria-label={`${place.name}的${words.open}`}>
        {place.name}
      </Link>
    </td>
    {shown.map((kind) => (
      <Cell key={kind} place={place} kind={kind} />
    ))}
    <td>
      {place.broken.length === 0 ? <span className="quiet">{words.fine}</span> : null}
      {place.broken.map(({ rule, dueOn, says }) => (
        <div key={rule}>
          <Tag tone="late">{words.broken(daysBetween(dueOn, on))}</Tag>
          <div className="small">{says}</div>
        </div>
      ))}
    </td>
  </tr>
);

export const PlacesTab = () => {
  const [{ on }, set] = useUrlFilters(['on']);
  const standards = useStandards('', on);
  return (
    <>
      <div className="filters no-print">
        <label htmlFor="standards-on">{texts.on}</label>
        <Input
          id="standards-on"
          type="date"
          value={on || today()}
          className="date"
          onChange={({ target }) => set({ on: target.value })}
        />
      </div>
      <AsyncView query={standards}>
        {({ places, on: day }) => (
          <PlainTable caption={words.caption} columns={words.columns}>
            {places.map((place) => (
              <Row key={place.division} place={place} on={day} />
            ))}
          </PlainTable>
        )}
      </AsyncView>
    </>
  );
};
