import { writeAddress, type View } from './address';
import { texts } from './texts';

interface Child {
  readonly division: string;
  readonly name: string;
  readonly notices?: number;
}

/** The next step down: one big button per place. */
export const PlaceList = ({ places, view }: { readonly places: readonly Child[]; readonly view: View }) => (
  <nav aria-label={texts.choose}>
    <ul className="places">
      {places.map(({ division, name, notices }) => (
        <li key={division}>
          <a href={writeAddress({ view, division })}>
            {name}
            {notices === undefined ? null : <span className="count">{texts.count(notices)}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
