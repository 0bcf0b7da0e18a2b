/** Rows and actions that several matters share. */
export const done = { label: '已办结', limits: {}, actions: {} } as const;

export const assign = {
  to: 'stays',
  by: ['townshipApprover', 'countyApprover'],
  needs: 'assignment',
  says: '指定经办人',
} as const;
