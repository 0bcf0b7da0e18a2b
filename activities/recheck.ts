import type { Frozen } from './assessments/thaw';
import type { LimitStart } from './steps/context';

/** Yearly, or half-yearly where the income is not fixed and somebody can work (第三十一条). */
export const recheckStart = (frozen: Pick<Frozen, 'recheck'>): LimitStart => ({
  kind: 'recheck',
  variant: frozen.recheck,
});
