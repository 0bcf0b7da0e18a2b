import type { CivilMonth } from '../civil-date';

/** From which month on an office pays. */
export interface PayingOffice {
  readonly division: string;
  readonly fromMonth: CivilMonth;
}

/** The office that pays a month: of those given by month, the last to have begun by then. A case that never moved has no list and one office. */
export const payerOf = (offices: readonly PayingOffice[], month: CivilMonth, present: string): string =>
  offices
    .filter(({ fromMonth }) => fromMonth <= month)
    .reduce<PayingOffice | undefined>(
      (last, next) => (last && last.fromMonth >= next.fromMonth ? last : next),
      undefined,
    )?.division ??
  offices[0]?.division ??
  present;
