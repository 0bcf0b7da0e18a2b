export const texts = {
  empty: '还没有发放记录',
  emptyHint: '予以确认后,从享受待遇的第一个月起逐月列在这里。',
  caption: '逐月发放记录',
  columns: ['月份', '应发', '实发', '未到账', '与上月之差和原因', '明细'],
  exit: '渐退期',
  ledger: '与账册不一致,请告知财务人员核对',
  same: '与上月相同',
  held: (yuan: string) => `暂缓${yuan}`,
  failed: (yuan: string) => `失败${yuan}`,
  pending: (yuan: string) => `在途${yuan}`,
  undrawn: (yuan: string) => `未造册${yuan}`,
  over: (yuan: string) => `多发${yuan}`,
  runMonth: (month: string) => `由${month}批次发放`,
  correction: (count: number) => `第${count}次更正`,
  print: '打印发放记录',
} as const;

export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
