import type { Fen } from '../money';

/** What a new standard does to a case. */
export const upliftClasses = {
  gain: { label: '提高', says: '按新标准增发' },
  same: { label: '不变', says: '金额不变' },
  decrease: { label: '降低', says: '不直接减发,转变更程序' },
  fall: { label: '不再符合', says: '不直接停发,转变更程序' },
  byHand: { label: '人工核定', says: '现有扣减须由经办人重新核定' },
  unknown: { label: '无法核算', says: '缺少核算依据,须人工处理' },
  new: { label: '新增对象线索', says: '原低保边缘家庭,按新标准可能符合' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly says: string }>>;

export type UpliftClass = keyof typeof upliftClasses;
export const upliftClassNames = Object.keys(upliftClasses) as [UpliftClass, ...UpliftClass[]];

/** Decreases and fall-outs go through the legal procedure, never through the run. */
export const needsProcedure: readonly UpliftClass[] = ['decrease', 'fall', 'byHand'];

/** Of a case in benefit, by what it gets and what it would get. */
export const classOf = (oldFen: Fen, newFen: Fen): UpliftClass =>
  newFen === 0n ? 'fall' : newFen > oldFen ? 'gain' : newFen < oldFen ? 'decrease' : 'same';
