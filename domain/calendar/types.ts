import type { CivilDate } from '../civil-date';

/** Days without work, both ends included. */
export interface DayRange {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly why: string;
}

/** The State Council's arrangement of one year; its ranges may begin in the year before. */
export interface CalendarYear {
  readonly year: number;
  readonly title: string;
  readonly source: string;
  readonly off: readonly DayRange[];
  /** Weekend days that are worked (调休上班). */
  readonly worked: readonly CivilDate[];
}

/** Dated days of one place, laid over the national year; `work` are local make-up days. */
export interface CalendarOverlay extends DayRange {
  readonly division: string;
  readonly kind: 'off' | 'work';
  /** False where the day is for part of the people only: it is shown, but the office works. */
  readonly closesOffice: boolean;
  readonly source: string;
}
