import type { CivilDate } from '../../domain/civil-date';
import { divisionsOf } from '../../domain/divisions';
import { watchStandards } from '../../store/exchange/alerts';
import { sqlOf } from '../../store/sql';
import type { StepDeps } from '../steps/apply-step';

const MOST_MS = 60_000;

/** Every county's standards of the day against what the provincial system has receipted. */
export const watchExchange = async (
  { store, rulebook }: Pick<StepDeps, 'store' | 'rulebook'>,
  on: CivilDate,
): Promise<void> => {
  const counties = divisionsOf('county').map(({ code }) => code);
  await store.prisma.$transaction(
    async (tx) => {
      const parameters = await rulebook.parameters(tx);
      await watchStandards({ sql: sqlOf(tx), cipher: store.cipher, parameters }, counties, on);
    },
    { timeout: MOST_MS, maxWait: MOST_MS },
  );
};
