import { caseIdOf } from '../telling/tell';

interface Trouble {
  readonly caseId: string;
  /** What the bank says. */
  readonly says: string;
  /** The new card has been entered, and nobody has checked it yet. */
  readonly waits: boolean;
}

/** Households whose money of the last month came back, and what became of their accounts since. */
export const troubles: readonly Trouble[] = [
  { caseId: caseIdOf({ key: 'singlePerson' }), says: '账户已销户', waits: false },
  { caseId: caseIdOf({ key: 'classA' }), says: '户名与账号不符', waits: false },
  { caseId: caseIdOf({ key: 'classB' }), says: '卡片已挂失', waits: true },
];

/** Of whom the bank has said nothing yet: a part of their money is kept back meanwhile. */
export const unanswered: readonly string[] = [caseIdOf({ key: 'lateDeath' })];
