import { paidMonths, PAYING_COUNTY } from '../../../../prisma/seed/payments/county';
import { createDays } from '../../../../prisma/seed/days';
import { uuidOf } from '../../../../store/uuid';
import type { RunningSystem } from '../../../support/running-system';
import type { PageRow } from '../page-row';

/** Addresses that are known only once the system runs. */
export interface Opened {
  readonly draft: string;
  readonly uplift: string;
  readonly visit: string;
  readonly package: string;
}

/** Rows of one part of the table. */
export type Pages = (system: Pick<RunningSystem, 'caseOf'>, opened: Opened) => readonly PageRow[];

export const caseOf = (system: Pick<RunningSystem, 'caseOf'>, key: string): string =>
  system.caseOf(key).replace('/cases/', '');
export const api = (path: string): RegExp => new RegExp(`/api/v1/${path}(\\?|$)`);

export const clerk = 'tengyue.clerk1';
export const administrator = 'yn.admin1';
export const dataDesk = 'tengchong.datadesk';
export const countyReviewer = 'tengchong.reviewer1';
export const village = '530581001002';
/** Of the county where a household has declared a near relative, and of the township that has one to visit. */
export const reviewer = 'wuhua.reviewer1';
export const visitor = 'tianba.clerk1';
export const account = uuidOf('seed', 'staff', clerk);
/** Of the demo's paying county, for the month in which it runs. */
export const presentRun = (): string =>
  uuidOf('payment-run', PAYING_COUNTY, 'dibao', paidMonths(createDays(Date.now())).at(-1) ?? '', 'monthly', 1);
