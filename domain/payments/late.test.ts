import { startOfDay } from '../civil-date';
import { daysLateOf } from './late';

/** @clause 一(一) payment on time: from the day after the pay-by day a run is late until it is released */
const noon = (day: string): Date => new Date(startOfDay(day) + 12 * 3_600_000);

it.each([
  ['making', '2026-09-10', null, '2026-09-10', 0],
  ['making', '2026-09-10', null, '2026-09-11', 1],
  ['checking', '2026-09-10', null, '2026-10-10', 30],
  ['paying', '2026-09-10', '2026-09-09', '2026-09-30', 0],
  ['paying', '2026-09-10', '2026-09-12', '2026-09-30', 2],
  ['settled', '2026-09-10', '2026-09-12', '2026-12-01', 2],
  ['settled', '2026-09-10', null, '2026-12-01', 0],
  ['cancelled', '2026-09-10', null, '2026-12-01', 0],
  ['making', null, null, '2026-12-01', 0],
] as const)('%s, by %s, released %s, on %s: %i days', (state, payBy, released, today, days) =>
  expect(daysLateOf({ state, payBy, releasedAt: released ? noon(released) : null }, today)).toBe(days),
);
