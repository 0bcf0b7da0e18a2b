import { Link } from 'react-router';
import type { operations } from '../../client/schema';
import { showDate } from '../../shared/format/dates';
import { DivisionName } from '../../shared/page/division-name';
import { PlainTable } from '../../shared/page/plain-table';
import { Tag } from '../../shared/page/tag';
import { choiceWords } from '../parameters/choice-words';
import { texts } from './texts';

export type Place = operations['readDelegation']['responses']['200']['content']['application/json']['places'][number];
type Mode = Place['planned'][number];

const say = (value: string): string => choiceWords[value] ?? value;

const Now = ({ mode }: { readonly mode: Mode }) => (
  <>
    {mode.value === 'county' ? say(mode.value) : <Tag tone="accent">{say(mode.value)}</Tag>}
    <div className="quiet small">
      {texts.setAt} <DivisionName code={mode.division} />
      {`,${showDate(mode.from)}起,${mode.reference}`}
    </div>
  </>
);

const Planned = ({ modes }: { readonly modes: readonly Mode[] }) => (
  <>
    {modes.length === 0 ? <span className="quiet">{texts.none}</span> : null}
    {modes.map((mode) => (
      <div key={mode.from + mode.division}>
        {`${showDate(mode.from)}起 ${say(mode.value)}`}
        <div className="quiet small">{mode.reference}</div>
      </div>
    ))}
  </>
);

/** Who confirms in each place, what has been settled, and how many open cases stand where. */
export const PlaceTable = ({ places, own }: { readonly places: readonly Place[]; readonly own: string }) => (
  <div className="gap">
    <PlainTable caption={texts.title} columns={texts.columns}>
      {places.map((place) => (
        <tr key={place.division}>
          <td className="strong">
            {place.division.length < 9 && place.division !== own ? (
              <Link to={`/admin/delegation?division=${place.division}`}>{place.name}</Link>
            ) : (
              place.name
            )}
          </td>
          <td>{place.now ? <Now mode={place.now} /> : texts.none}</td>
          <td>
            <Planned modes={place.planned} />
          </td>
          <td className="num">{place.division === own ? '—' : place.notAccepted}</td>
          <td className="num">{place.division === own ? '—' : place.atCounty}</td>
          <td className="num">{place.division === own ? '—' : place.atTownship}</td>
        </tr>
      ))}
    </PlainTable>
  </div>
);
