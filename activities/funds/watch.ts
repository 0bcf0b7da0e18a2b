import type { Calendar } from '../../domain/calendar';
import { firstDayOf, lastDayOf, monthOf, type CivilDate } from '../../domain/civil-date';
import { dueOn, fundClocks, stageOn } from '../../domain/funds/clocks';
import { countyForecasts } from '../../domain/funds/county-forecasts';
import { divisionsOf } from '../../domain/divisions';
import { integerOf } from '../../domain/parameters/read';
import type { Parameters } from '../../domain/parameters/resolve';
import { settleAlerts, type FundAlertRow } from '../../store/funds/alerts';
import { openClocks, type OpenClock } from '../../store/funds/clocks';
import { needsBelow, roomsBelow, writeForecast } from '../../store/funds/forecast';
import { paymentRules } from '../../store/payments/scope';
import type { Sql } from '../../store/sql';
import type { StepDeps } from '../steps/apply-step';

interface Watch {
  readonly parameters: Parameters;
  readonly calendar: Calendar;
  readonly today: CivilDate;
}

const PROVINCE = '53';

/** From when the money is late: what lies still has its own age, and each office some days from when it came there. */
const limitOf = ({ parameters, calendar }: Watch, { kind, division, since, hereSince }: OpenClock): CivilDate => {
  const clock = fundClocks[kind];
  const until = (from: CivilDate, parameter: string): CivilDate =>
    dueOn(from, integerOf(parameters.get(parameter, { on: from, division })), calendar, division);
  const limits = [until(since, clock.parameter)];
  if ('atLeast' in clock && hereSince !== since) limits.push(until(hereSince, clock.atLeast));
  return limits.sort().at(-1)!;
};

const ofClock = (watch: Watch, { hereSince, ...clock }: OpenClock): FundAlertRow[] => {
  const { parameters, today } = watch;
  const due = limitOf(watch, { hereSince, ...clock });
  const remind = integerOf(parameters.get('funds.remindDays', { on: today, division: clock.division }));
  const stage = stageOn(today, due, remind);
  return stage ? [{ ...clock, stage, dueOn: due }] : [];
};

/** The counties that are paid by this system. */
const paidHere = ({ parameters, today }: Watch): readonly string[] =>
  divisionsOf('county')
    .map(({ code }) => code)
    .filter((code) => {
      const { firstMonth } = paymentRules(parameters, code, today);
      return firstMonth !== undefined && firstMonth <= monthOf(today);
    });

const shortages = async (client: Sql, watch: Watch): Promise<readonly FundAlertRow[]> => {
  const { parameters, today } = watch;
  const months = integerOf(parameters.get('funds.forecastMonths', { on: today, division: PROVINCE }));
  await writeForecast(client, { counties: paidHere(watch), from: monthOf(today), months, today });
  const forecasts = countyForecasts(await needsBelow(client, PROVINCE), await roomsBelow(client, PROVINCE, today));
  return forecasts.flatMap(({ county, programme, runsOut, missing }) =>
    runsOut === undefined
      ? []
      : [
          {
            kind: 'shortage',
            stage: runsOut === monthOf(today) ? 'late' : 'reminder',
            division: county,
            concerns: county,
            programme,
            year: Number(runsOut.slice(0, 4)),
            source: '',
            fen: missing,
            since: firstDayOf(runsOut),
            dueOn: lastDayOf(runsOut),
          } as const,
        ],
  );
};

const overdrawn = async (client: Sql): Promise<readonly FundAlertRow[]> => {
  const { rows } = await client.query<{
    division: string;
    programme: string;
    year: number;
    source: string;
    fen: string;
  }>(`select division, programme, year, source, overdrawn_fen::text as fen from budget_line where overdrawn_fen > 0`);
  return rows.map(({ fen, ...row }) => ({
    ...row,
    kind: 'overdrawn',
    stage: 'late',
    concerns: row.division,
    fen: BigInt(fen),
    since: `${row.year}-01-01`,
    dueOn: `${row.year}-12-31`,
  }));
};

/**
 * Looks at all money on a day, whoever looks or not: reminds the office whose clock runs out, tells the level above of what
 * is late, of money that lies still and of counties whose money will not last. Level-triggered: a day missed is made good
 * by the next, and a second look on a day changes nothing.
 */
export const watchFunds = async ({ store, rulebook }: StepDeps, today: CivilDate): Promise<void> => {
  const rules = await store.prisma.$transaction((tx) => rulebook.rules(tx));
  const watch = { ...rules, today };
  await store.withScopedClient(undefined, async (client) => {
    await client.query('set local statement_timeout = 0');
    await client.query(`select pg_advisory_xact_lock(hashtext('funds/watch'))`);
    const clocks = (await openClocks(client)).flatMap((clock) => ofClock(watch, clock));
    await settleAlerts(client, [...clocks, ...(await shortages(client, watch)), ...(await overdrawn(client))], today);
  });
};
