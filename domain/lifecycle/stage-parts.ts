/** What the stages of several programmes have in common. */
export const recordDelivery = {
  to: 'stays',
  by: ['townshipClerk'],
  needs: 'delivery',
  says: '记录文书送达',
} as const;

/** After a decision against a household: the letter, then the time for objecting to it. */
export const remedies = {
  refusalLetter: { from: 'entry', until: 'recordDelivery' },
  reconsideration: { from: 'recordDelivery' },
  suit: { from: 'recordDelivery', whenDue: 'close' },
} as const;
export const close = { to: 'closed', by: ['system'], says: '救济期满,结案' } as const;
export const recordUplift = { to: 'stays', by: ['system'], says: '按新标准提高保障金' } as const;
