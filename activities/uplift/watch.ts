import { addDays, addMonths, sayDate, type CivilDate } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { integerOf } from '../../domain/parameters/read';
import type { Parameters } from '../../domain/parameters/resolve';
import { alertsOn, type Alert } from '../../domain/standards/alerts';
import { changesWithin } from '../../domain/standards/history';
import { keepAlerts } from '../../store/standards/alerts';
import { askClient, type Ask } from '../../store/uplift/ask';
import { stragglers } from '../../store/uplift/population';
import { moveUplift, wakeUplift } from '../../store/uplift/run';
import type { StepDeps } from '../steps/apply-step';

/** How long after its day a change of standards still asks for an uplift, and a finished one looks for late comers. */
const LOOK_BACK_MONTHS = 12;
const PROVINCE = '53';

interface Run {
  readonly id: string;
  readonly division: string;
  readonly effectiveFrom: CivilDate;
  readonly state: string;
}

/** Approved runs whose day has come, and finished ones that left somebody behind: their workflows look again. */
const wakeDue = async (ask: Ask, runs: readonly Run[], today: CivilDate): Promise<void> => {
  for (const { id, division, effectiveFrom, state } of runs) {
    if (state === 'approved' && effectiveFrom <= today) await wakeUplift(ask, id);
    if (state === 'applying' || state === 'reckoning') await wakeUplift(ask, id);
    if (state !== 'done') continue;
    const late = await stragglers(ask, { runId: id, division, before: effectiveFrom, limit: 1 });
    if (late.length === 0) continue;
    await moveUplift(ask, id, 'applying');
    await wakeUplift(ask, id);
  }
};

/** Counties with active cases whose standards change on a day for which nobody has made or approved an uplift. */
const unprepared = async (
  ask: Ask,
  parameters: Parameters,
  runs: readonly Run[],
  { from, today, to }: { readonly from: CivilDate; readonly today: CivilDate; readonly to: CivilDate },
): Promise<readonly Alert[]> => {
  const counties = await ask<{ county: string }>(
    `select distinct left(division, 6) as county from "case" where stage = 'benefiting' order by 1`,
    [],
  );
  const alerts: Alert[] = [];
  for (const { county } of counties)
    for (const day of changesWithin(parameters, county, { from, to })) {
      const run = runs.find(({ division, effectiveFrom }) => effectiveFrom === day && county.startsWith(division));
      const waits = run
        ? day <= today && ['reckoning', 'reviewing'].includes(run.state)
        : await hasOlder(ask, county, day, today);
      if (!waits) continue;
      const told = run ? alertWords.upliftUnapproved : alertWords.upliftMissing;
      const sentence = `${nameOf(county)}的标准自${sayDate(day)}起变化,${told}`;
      alerts.push({
        division: county,
        subject: 'uplift',
        dueOn: day,
        kind: run ? 'upliftUnapproved' : 'upliftMissing',
        sentence,
      });
    }
  return alerts;
};

const alertWords = {
  upliftMissing: '尚未试算提标;请在“提标”中试算、抽查并批准',
  upliftUnapproved: '提标试算尚未批准,新标准没有执行;请抽查后批准',
} as const;

/** Before the day everybody in benefit; afterwards whoever was assessed by the older standards. */
const hasOlder = async (ask: Ask, county: string, day: CivilDate, today: CivilDate): Promise<boolean> =>
  day > today || (await stragglers(ask, { runId: NO_RUN, division: county, before: day, limit: 1 })).length > 0;

const NO_RUN = '00000000-0000-0000-0000-000000000000';

/**
 * What is due about standards on a day: alerts are raised and ended, uplifts set going. Level-triggered: everything is
 * derived from parameters, cases and runs, and a day missed is made good by the next.
 */
export const watchStandards = async ({ store, rulebook }: StepDeps, today: CivilDate): Promise<void> => {
  const parameters = await store.prisma.$transaction((tx) => rulebook.parameters(tx));
  const reminderDays = integerOf(parameters.get('standards.reminderDays', { on: today, division: PROVINCE }));
  await store.withScopedClient(undefined, async (client) => {
    const ask = askClient(client);
    const from = addMonths(today, -LOOK_BACK_MONTHS);
    const runs = await ask<Run>(
      `select id, division, effective_from as "effectiveFrom", state from uplift_run
       where state <> 'cancelled' and effective_from >= $1 order by id for update`,
      [from],
    );
    await wakeDue(ask, runs, today);
    const missing = await unprepared(ask, parameters, runs, { from, today, to: addDays(today, reminderDays) });
    await keepAlerts(ask, [...alertsOn(parameters, today, reminderDays), ...missing], today);
  });
};
