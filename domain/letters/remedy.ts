import type { CivilDate } from '../civil-date';

/** Since this day reconsideration lies with the people's government of the level, not the superior department (policy §12). */
const GOVERNMENT_ALONE_FROM: CivilDate = '2024-01-01';

/** 'entrusted': the township decides in the county's name; 'ownName': in its own. */
export const confirmationModes = ['county', 'entrusted', 'ownName'] as const;
export type ConfirmationMode = (typeof confirmationModes)[number];

export interface RemedyPlace {
  readonly on: CivilDate;
  readonly mode: ConfirmationMode;
  readonly county: string;
  readonly prefecture: string;
}

/** Where and until when one can turn against a decision: reconsideration 60 days, suit six months (行政复议法, 行政诉讼法 §46). */
export const remedyText = ({ on, mode, county, prefecture }: RemedyPlace): string => {
  const government = `${county}人民政府`;
  const alternatives =
    on >= GOVERNMENT_ALONE_FROM || mode === 'ownName' ? government : `${government}或者${prefecture}民政局`;
  return `如不服本决定,可自收到之日起60日内向${alternatives}申请行政复议,也可自收到之日起6个月内依法向人民法院提起行政诉讼。`;
};
