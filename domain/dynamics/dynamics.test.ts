import { matters } from '../lifecycle/matters';
import { dynamicsKinds, kindNames, matterOf } from './kinds';
import { dueOn, levelOf, monthsDue } from './months';

/** @clause 一(二) the monthly list comes by itself, in time, and is reported upwards when it is late */
it('makes good every month that was missed, and the present one at the beginning', () => {
  expect(monthsDue(undefined, '2026-10')).toEqual(['2026-10']);
  expect(monthsDue('2026-07', '2026-10')).toEqual(['2026-08', '2026-09', '2026-10']);
  expect(monthsDue('2026-10', '2026-10')).toEqual([]);
});

it('is due on the day of the office, never sooner than ten days after it was opened', () => {
  expect(dueOn('2026-10', 20, '2026-10-01')).toBe('2026-10-20');
  expect(dueOn('2026-02', 31, '2026-02-01')).toBe('2026-02-28');
  expect(dueOn('2026-08', 20, '2026-10-05')).toBe('2026-10-15');
});

it('is reported to head, county and prefecture in turn', () => {
  expect([0, 1, 2, 3, 4, 5, 90].map((days) => levelOf(days, [1, 3, 5]))).toEqual([0, 1, 1, 2, 2, 3, 3]);
});

it('opens only matters that there are', () => {
  for (const kind of kindNames) expect([undefined, ...Object.keys(matters)]).toContain(matterOf(kind));
  expect(matterOf('exitEnds')).toBeUndefined();
  expect(dynamicsKinds.recheckDue.matter).toBe('recheck');
});
