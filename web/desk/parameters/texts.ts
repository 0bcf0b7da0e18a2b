export const texts = {
  title: '标准和参数',
  hint: '只列与当前任职辖区有关的数值。标“待确认”的是法规没有写明、系统先行设定的,请当地核定后录入。',
  search: '按名称查找',
  onlyAssumed: '只看待确认的',
  empty: '没有符合条件的参数',
  assumed: '待确认',
  national: '全国',
  count: (values: number) => `${values}个数值`,
} as const;
