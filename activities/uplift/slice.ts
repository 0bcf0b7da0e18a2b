import type { CivilDate } from '../../domain/civil-date';
import { askClient } from '../../store/uplift/ask';
import type { Population } from '../../store/uplift/population';
import { reckon, type Reckoned } from '../../store/uplift/reckon';
import { withoutStatementLimit } from '../../store/uplift/run';
import type { StepDeps } from '../steps/apply-step';
import { keepAnswerer } from './answerer';

/** Some cases of a population, to be reckoned by the rules of a day. */
export interface Slice {
  readonly population: Population;
  readonly on: CivilDate;
  readonly caseIds: readonly string[];
}

export type ReckonSlice = (slice: Slice) => Promise<readonly Reckoned[]>;

/** Reckons on a connection of its own. Nothing of a case is touched. */
export const createReckonSlice = ({ store, rulebook }: StepDeps): ReckonSlice => {
  const answererOf = keepAnswerer();
  return async ({ population, on, caseIds }) => {
    const parameters = await store.prisma.$transaction((tx) => rulebook.parameters(tx));
    return store.withScopedClient(undefined, async (client) => {
      await withoutStatementLimit(client);
      const reckoner = { ask: askClient(client), cipher: store.cipher, answer: answererOf(parameters), on };
      return reckon(reckoner, population, caseIds);
    });
  };
};
