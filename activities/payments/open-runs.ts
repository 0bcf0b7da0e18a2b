import type { Calendar } from '../../domain/calendar';
import {
  addDays,
  addMonthsToMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
  type CivilDate,
  type CivilMonth,
} from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { levelDigits } from '../../domain/lifecycle/roles';
import { openRun } from '../../store/payments/open-run';
import { paymentRules } from '../../store/payments/scope';
import { uuidOf } from '../../store/uuid';
import type { StepDeps } from '../steps/apply-step';

const dayOf = (month: CivilMonth, day: number): CivilDate => {
  const date = addDays(firstDayOf(month), day - 1);
  return date > lastDayOf(month) ? lastDayOf(month) : date;
};

/** The last working day on or before the date; where working days are not published, the date itself. */
const workingDayBefore = (calendar: Calendar, date: CivilDate, county: string): CivilDate => {
  try {
    let day = date;
    while (!calendar.isWorkingDay(day, county)) day = addDays(day, -1);
    return day;
  } catch (error) {
    if (error instanceof AppError && error.code === 'calendarUnpublished') return date;
    throw error;
  }
};

const monthsBetween = (first: CivilMonth, last: CivilMonth): CivilMonth[] => {
  const months: CivilMonth[] = [];
  for (let month = first; month <= last; month = addMonthsToMonth(month, 1)) months.push(month);
  return months;
};

/**
 * Opens every monthly run that is due and absent, county by county: from the first month that this system pays, and for
 * the present month from its lock day on. A tick that was missed is made good by the next; nothing is opened twice.
 */
export const openMonthlyRuns = async ({ store, rulebook }: StepDeps, today: CivilDate): Promise<number> => {
  const { parameters, calendar } = await store.prisma.$transaction((tx) => rulebook.rules(tx));
  return store.withScopedClient(undefined, async (client) => {
    const { rows } = await client.query<{ county: string; programme: string }>(
      `select distinct left(c.division, ${levelDigits.county}) as county, e.programme
       from entitlement e join "case" c on c.id = e.case_id where e.superseded_by is null order by 1, 2`,
    );
    let opened = 0;
    for (const { county, programme } of rows) {
      const rules = paymentRules(parameters, county, today);
      if (!rules.firstMonth) continue;
      const present = monthOf(today);
      const last = today >= dayOf(present, rules.lockDay) ? present : addMonthsToMonth(present, -1);
      for (const month of monthsBetween(rules.firstMonth, last)) {
        const id = uuidOf('payment-run', county, programme, month, 'monthly', 1);
        const payBy = workingDayBefore(calendar, dayOf(month, rules.payByDay), county);
        const { format } = rules;
        const run = { id, county, programme, month, kind: 'monthly', openedOn: today, payBy, format } as const;
        if (await openRun(client, run)) opened += 1;
      }
    }
    return opened;
  });
};
