export const texts = {
  entered: '录入',
  states: { proposed: '待复核', approved: '已生效', rejected: '已退回' },
  verdicts: { proposed: '', approved: '复核通过', rejected: '退回' },
  given: { approve: '已复核通过', reject: '已退回' },
  approve: '复核通过',
  reject: '退回',
  own: '本人录入的由另一人复核',
} as const;
