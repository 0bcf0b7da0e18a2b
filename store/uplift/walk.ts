import type { CivilDate } from '../../domain/civil-date';
import type { Answerer } from '../../domain/assess';
import type { FieldCipher } from '../crypto';
import type { Ask } from './ask';
import { placesOf, populations, type Place } from './population';
import { reckon, type Reckoned } from './reckon';

interface Walk {
  /** A short transaction under the reader's scope. */
  readonly within: <Result>(work: (ask: Ask) => Promise<Result>) => Promise<Result>;
  readonly cipher: FieldCipher;
  readonly answer: Answerer;
  readonly division: string;
  readonly programme?: string | undefined;
  readonly area?: string | undefined;
  readonly on: CivilDate;
}

const PAGE = 500;
const START: Place = { division: '', caseId: null };

/** Every case of a place reckoned page by page, those in benefit first: as much memory as a page takes. */
export async function* reckonedPages(walk: Walk): AsyncGenerator<readonly Reckoned[]> {
  const { within, division, programme, area } = walk;
  for (const population of populations)
    for (let after: Place | undefined = START; after;) {
      const span = { division, programme, area, after, limit: PAGE };
      const { places, reckoned } = await within(async (ask) => {
        const page = await placesOf(ask, population, span);
        const caseIds = page.map(({ caseId }) => caseId);
        return { places: page, reckoned: await reckon({ ...walk, ask }, population, caseIds) };
      });
      yield reckoned;
      after = places.length < PAGE ? undefined : places.at(-1);
    }
}
