import type { CivilDate } from '../civil-date';

/** A code that ended; `until` is its last day and `successor` the code in use from the next day on. */
export interface DivisionChange {
  readonly code: string;
  readonly name: string;
  readonly until: CivilDate;
  readonly successor: string;
  readonly reference: string;
}
