import type { CivilDate } from '../civil-date';
import { ratioOf, type Ratio } from '../parameters/read';
import type { Parameters } from '../parameters/resolve';

/** Of a month's benefit, the most that may be withheld with the household's written consent; `division`: where it lives. */
export const deductionCap = (parameters: Parameters, on: CivilDate, division: string): Ratio =>
  ratioOf(parameters.get('recovery.deductionCap', { on, division }));
