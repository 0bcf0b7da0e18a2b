import { daysBetween, monthOf, type CivilDate, type CivilMonth } from '../../domain/civil-date';
import { dueOn, levelOf, monthsDue } from '../../domain/dynamics/months';
import { integerOf, integersOf, pairsOf } from '../../domain/parameters/read';
import type { Parameters } from '../../domain/parameters/resolve';
import { insertGraduates, insertItems } from '../../store/dynamics/items';
import { uuidOf } from '../../store/uuid';
import type { Tx } from '../../store/with-scope';
import type { StepDeps } from '../steps/apply-step';

interface Township {
  readonly township: string;
  readonly last: CivilMonth | null;
}

const townships = (tx: Tx): Promise<Township[]> => tx.$queryRaw<Township[]>`
  select t.township, (select max(l.month) from dynamics_list l where l.township = t.township) as last
  from (select distinct left(division, 9) as township from "case" where stage in ('benefiting', 'leaving')) t order by 1`;

interface Draft {
  readonly id: string;
  readonly township: string;
  readonly month: CivilMonth;
  readonly openedOn: CivilDate;
  readonly dueOn: CivilDate;
}

const draftsOf = ({ township, last }: Township, date: CivilDate, parameters: Parameters): readonly Draft[] =>
  monthsDue(last ?? undefined, monthOf(date)).map((month) => ({
    id: uuidOf('dynamics', township, month),
    township,
    month,
    openedOn: date,
    dueOn: dueOn(month, integerOf(parameters.get('dynamics.dueDay', { on: date, division: township })), date),
  }));

const graduationOf = (parameters: Parameters, date: CivilDate, division: string) => ({
  month: integerOf(parameters.get('dynamics.graduationMonth', { on: date, division })),
  ages: new Map(
    pairsOf(parameters.get('dynamics.graduationAges', { on: date, division })).map(([level, age]) => [
      level,
      Number(age),
    ]),
  ),
});

/** Reports lists that are late, one level after the other. */
const escalate = async (tx: Tx, date: CivilDate, parameters: Parameters): Promise<void> => {
  const late = await tx.dynamicsList.findMany({ where: { state: { not: 'signed' }, dueOn: { lt: date } } });
  for (const { id, township, dueOn: due, level } of late) {
    const steps = integersOf(parameters.get('dynamics.escalationDays', { on: date, division: township }));
    const reached = levelOf(daysBetween(due, date), steps);
    if (reached > level) await tx.dynamicsList.updateMany({ where: { id }, data: { level: reached } });
  }
};

/**
 * Once a day: gives every township the list of the month, with those whom the coming month changes, and reports what is
 * late. A month missed is made good by the next tick; no list is made twice.
 */
export const tickDynamics = async ({ store, rulebook }: StepDeps, date: CivilDate): Promise<void> => {
  const parameters = await store.prisma.$transaction((tx) => rulebook.parameters(tx));
  await store.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('dynamics/tick'))`;
      const drafts = (await townships(tx)).flatMap((one) => draftsOf(one, date, parameters));
      await tx.dynamicsList.createMany({ data: [...drafts] });
      for (const month of new Set(drafts.map((draft) => draft.month))) {
        const ofMonth = drafts.filter((draft) => draft.month === month);
        const opened = { listIds: ofMonth.map(({ id }) => id), month };
        await insertItems(tx, opened);
        await insertGraduates(tx, store.cipher, opened, graduationOf(parameters, date, ofMonth[0]!.township));
      }
      await escalate(tx, date, parameters);
    },
    { timeout: 600_000 },
  );
};
