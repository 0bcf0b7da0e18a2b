export const texts = {
  title: '登录',
  system: '兜底',
  purpose: '云南省县乡社会救助办理',
  login: '登录名',
  password: '密码',
  enter: '登录',
  needLogin: '请填写登录名',
  needPassword: '请填写密码',
  ended: '登录已失效,请重新登录',
  endedHint: '您填写的内容仍在页面上,登录后可继续办理。',
  otherPerson: '换人登录会离开本页',
  switched: (place: string, role: string) => `已切换到${place}${role}`,
} as const;
