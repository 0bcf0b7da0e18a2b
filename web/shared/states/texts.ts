export const texts = {
  loading: '正在读取',
  failed: '没有读取成功',
  notFound: '没有找到',
  noPermission: '当前任职不能查看这里',
  noPermissionHint: '如果您有其他任职,可在页面右上角切换;确需查看,请联系管理员。',
  requestNumber: '请求编号 ',
  retry: '重新读取',
} as const;
