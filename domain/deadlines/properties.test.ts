import fc from 'fast-check';
import { createCalendar, localOverlays, nationalCalendarYears } from '../calendar';
import { addDays, endOfDay } from '../civil-date';
import { parameters } from '../parameters';
import { computeDeadline, escalationOf, type DeadlineInput } from './compute';

const calendar = createCalendar(nationalCalendarYears, localOverlays);
const KUNMING = '530102001000';
const MIDU = '532925100000';
const DALI = '532901001000';
const BANNA = '532801001000';

const compute = (input: Pick<DeadlineInput, 'kind' | 'from' | 'division' | 'variant'>) =>
  computeDeadline({ parameters, calendar, ...input });

describe('any limit', () => {
  const plain = [
    'decision',
    'countyReview',
    'publicNotice',
    'supplement',
    'suit',
    'deathProcessing',
    'transfer',
  ] as const;
  const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2022-10-20', days));
  const place = fc.constantFrom(KUNMING, MIDU, DALI, BANNA);

  it('ends after its start, never earlier for a later start, and reminds in between', () =>
    fc.assert(
      fc.property(fc.constantFrom(...plain), day, place, (kind, from, division) => {
        const limit = compute({ kind, from, division });
        expect(limit.due > from).toBe(true);
        expect(compute({ kind, from: addDays(from, 1), division }).due >= limit.due).toBe(true);
        expect(limit.reminders.every((at) => at > endOfDay(from) && at < limit.dueAt)).toBe(true);
        expect(limit.skipped.every(({ date }) => !calendar.isWorkingDay(date, division))).toBe(true);
      }),
    ));

  it('is longer extended than not, and shorter delegated', () =>
    fc.assert(
      fc.property(day, place, (from, division) => {
        const due = (variant: 'county' | 'delegated' | 'extended') =>
          compute({ kind: 'decision', from, division, variant }).due;
        expect(due('delegated') < due('county') && due('county') < due('extended')).toBe(true);
      }),
    ));

  it('climbs the ladder in order, from the end on', () =>
    fc.assert(
      fc.property(day, place, (due, division) => {
        const instants = escalationOf({ due }, { division, parameters, calendar }).map(({ at }) => at);
        expect(instants[0]).toBe(endOfDay(due));
        expect([...instants].sort((a, b) => a - b)).toEqual(instants);
        expect(new Set(instants).size).toBe(4);
      }),
    ));
});
