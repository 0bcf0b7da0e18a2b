export const texts = {
  title: '人员',
  search: '按登录名或姓名查找',
  empty: '没有符合条件的人员',
  columns: ['姓名', '登录名', '任职', '状态'],
  active: '在用',
  inactive: '停用',
  more: '再显示一页',
} as const;
