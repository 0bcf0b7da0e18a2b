import type { CalendarOverlay, CalendarYear } from '../domain/calendar/types';
import type { CalendarEntry } from '../generated/prisma/client';

/** Content of a calendar entry: a national year where `division` is empty, local days otherwise. */
export type YearContent = Pick<CalendarYear, 'title' | 'off' | 'worked'>;
export interface LocalContent {
  readonly days: readonly Omit<CalendarOverlay, 'division' | 'source'>[];
}

const NATIONAL = '';

export const yearOf = ({
  year,
  content,
  source,
}: Pick<CalendarEntry, 'year' | 'content' | 'source'>): CalendarYear => ({
  ...(content as unknown as YearContent),
  year,
  source,
});

export const overlaysOf = ({
  division,
  content,
  source,
}: Pick<CalendarEntry, 'division' | 'content' | 'source'>): CalendarOverlay[] =>
  (content as unknown as LocalContent).days.map((day) => ({ ...day, division, source }));

/** Built-in years and days with what offices entered; of two arrangements of one year the later approved counts. */
export const mergeCalendar = (
  years: readonly CalendarYear[],
  overlays: readonly CalendarOverlay[],
  entries: readonly CalendarEntry[],
): { readonly years: readonly CalendarYear[]; readonly overlays: readonly CalendarOverlay[] } => {
  const byYear = new Map(years.map((year) => [year.year, year]));
  for (const entry of entries) if (entry.division === NATIONAL) byYear.set(entry.year, yearOf(entry));
  const local = entries.filter(({ division }) => division !== NATIONAL).flatMap(overlaysOf);
  return { years: [...byYear.values()].sort((a, b) => a.year - b.year), overlays: [...overlays, ...local] };
};
