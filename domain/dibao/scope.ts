import type { Income } from './input';
import type { Person } from './people';

/** Whose income: the whole household with what belongs to no single member, or one person alone. */
export interface Scope {
  readonly persons: readonly Person[];
  readonly whole: boolean;
  /** 2022-10-20 一(一): support from siblings and from persons of 60 or more is left out. */
  readonly exemptSupport: boolean;
}

const ELDER = 60;

export const isExemptPayer = (payer: Income['payer']): boolean =>
  payer !== undefined && (payer.relation === 'sibling' || (payer.age ?? 0) >= ELDER);
