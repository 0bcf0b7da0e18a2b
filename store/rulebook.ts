import { createCalendar, localOverlays, nationalCalendarYears, type Calendar } from '../domain/calendar';
import { nationalParameters } from '../domain/parameters/generated';
import { createParameters, type Parameter, type Parameters } from '../domain/parameters/resolve';
import { Prisma, type ParameterEntry } from '../generated/prisma/client';
import { mergeCalendar } from './calendar-entries';

type Tx = Prisma.TransactionClient;

/** The values and working days in force: what the law and the province published, and what offices entered and checked. */
export interface Rulebook {
  parameters(tx: Tx): Promise<Parameters>;
  calendar(tx: Tx): Promise<Calendar>;
  /** Both, asked for at once. `stamps`: where they have been read already. */
  rules(tx: Tx, stamps?: Stamps): Promise<{ readonly parameters: Parameters; readonly calendar: Calendar }>;
  /** The same as data, for showing. */
  calendarDays(tx: Tx): Promise<ReturnType<typeof mergeCalendar>>;
}

interface Approved {
  readonly state: 'approved';
}
const approved: Approved = { state: 'approved' };

/** Change whenever an entry is approved: entries are never altered or removed afterwards. */
export interface Stamps {
  readonly parameters: string;
  readonly calendar: string;
}

/** The stamps as columns of a select. */
export const rulebookStamps = Prisma.sql`
  (select concat(count(*), '/', max(checked_at)) from parameter_entry where state = 'approved') as parameters,
  (select concat(count(*), '/', max(checked_at)) from calendar_entry where state = 'approved') as calendar`;

const stampsOf = async (tx: Tx): Promise<Stamps> => {
  const rows = await tx.$queryRaw<Stamps[]>`select ${rulebookStamps}`;
  return rows[0]!;
};

/** Approved entries as parameters with their national title and unit; an entry of an unknown parameter is left out. */
export const localParameters = (entries: readonly ParameterEntry[]): Parameter[] =>
  entries.flatMap((entry) => {
    const national = nationalParameters.find(({ id }) => id === entry.parameter);
    if (!national) return [];
    const value = {
      division: entry.division,
      from: entry.validFrom,
      value: entry.value as Parameter['values'][number]['value'],
      reference: entry.reference,
      confidence: 'H' as const,
      ...(entry.category ? { category: entry.category } : {}),
      ...(entry.validTo ? { to: entry.validTo } : {}),
    };
    return [{ ...national, values: [value] }];
  });

const cached = <Value>(load: (tx: Tx) => Promise<Value>) => {
  let held: { readonly stamp: string; readonly value: Value } | undefined;
  return async (tx: Tx, stamp: string): Promise<Value> => {
    if (held?.stamp !== stamp) held = { stamp, value: await load(tx) };
    return held.value;
  };
};

const inOrder = [{ checkedAt: 'asc' as const }, { id: 'asc' as const }];

const loadParameters = async (tx: Tx): Promise<Parameters> => {
  const entries = await tx.parameterEntry.findMany({ where: approved, orderBy: inOrder });
  return createParameters(nationalParameters, localParameters(entries));
};

const loadCalendar = async (tx: Tx) => {
  const entries = await tx.calendarEntry.findMany({ where: approved, orderBy: inOrder });
  const days = mergeCalendar(nationalCalendarYears, localOverlays, entries);
  return { days, calendar: createCalendar(days.years, days.overlays) };
};

/** One per process; each call asks only for the newest approval and reads the entries again when there is one. */
export const createRulebook = (): Rulebook => {
  const parameters = cached(loadParameters);
  const calendars = cached(loadCalendar);
  const published = async (tx: Tx) => calendars(tx, (await stampsOf(tx)).calendar);
  return {
    parameters: async (tx) => parameters(tx, (await stampsOf(tx)).parameters),
    calendar: async (tx) => (await published(tx)).calendar,
    calendarDays: async (tx) => (await published(tx)).days,
    rules: async (tx, known) => {
      const stamps = known ?? (await stampsOf(tx));
      return {
        parameters: await parameters(tx, stamps.parameters),
        calendar: (await calendars(tx, stamps.calendar)).calendar,
      };
    },
  };
};
