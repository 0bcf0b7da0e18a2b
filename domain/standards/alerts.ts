import { addDays, type CivilDate } from '../civil-date';
import { nameOf } from '../divisions';
import { brokenOn, type Broken } from '../parameters/invariants';
import type { Parameters } from '../parameters/resolve';
import { changesWithin, placesWithOwn } from './history';

/** What the offices above are told of a place's standards. */
export const alertKinds = {
  late: { label: '未按期提标' },
  soon: { label: '即将低于标准' },
  upliftMissing: { label: '未试算提标' },
  upliftUnapproved: { label: '提标未批准' },
} as const satisfies Readonly<Record<string, { readonly label: string }>>;

export type AlertKind = keyof typeof alertKinds;

export interface Alert {
  readonly division: string;
  readonly kind: AlertKind;
  readonly subject: string;
  readonly dueOn: CivilDate;
  readonly sentence: string;
}

const keyOf = ({ rule, id }: Broken): string => `${rule}/${id}`;

const alertOf = (division: string, kind: AlertKind, broken: Broken, dueOn: CivilDate): Alert => ({
  division,
  kind,
  subject: keyOf(broken),
  dueOn,
  sentence: `${nameOf(division)}:${broken.says}`,
});

// @clause 三(二) a place that has not raised its standard by the day is known above
/** Every place whose own standard lies below its floor today, or will within the days to come; nothing is remembered. */
export const alertsOn = (parameters: Parameters, today: CivilDate, reminderDays: number): readonly Alert[] =>
  placesWithOwn(parameters).flatMap((division) => {
    const late = brokenOn(parameters, division, today);
    const known = new Set(late.map(keyOf));
    const days = changesWithin(parameters, division, { from: addDays(today, 1), to: addDays(today, reminderDays) });
    const soon = days.flatMap((day) =>
      brokenOn(parameters, division, day)
        .filter((broken) => !known.has(keyOf(broken)))
        .map((broken) => {
          known.add(keyOf(broken));
          return alertOf(division, 'soon', broken, day);
        }),
    );
    return [...late.map((broken) => alertOf(division, 'late', broken, broken.dueOn)), ...soon];
  });
