/** Where an uplift stands: reckoned beforehand, checked by sample, approved by a second person, applied from its day on. */
export const upliftStates = {
  reckoning: { label: '试算中' },
  reviewing: { label: '待抽查和批准' },
  approved: { label: '已批准,待执行' },
  applying: { label: '执行中' },
  done: { label: '已执行' },
  cancelled: { label: '已作废' },
} as const satisfies Readonly<Record<string, { readonly label: string }>>;

export type UpliftState = keyof typeof upliftStates;
export const upliftStateNames = Object.keys(upliftStates) as [UpliftState, ...UpliftState[]];

/** From which states people may take an action, and where it leads. */
export const upliftActions = {
  approve: { from: ['reviewing'], to: 'approved', label: '批准执行' },
  cancel: { from: ['reckoning', 'reviewing', 'approved'], to: 'cancelled', label: '作废' },
} as const satisfies Readonly<
  Record<string, { readonly from: readonly UpliftState[]; readonly to: UpliftState; readonly label: string }>
>;

export type UpliftAction = keyof typeof upliftActions;
