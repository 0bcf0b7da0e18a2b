/** What a decision is called, by its kind. */
const decisionWords: Readonly<Record<string, string>> = {
  confirm: '予以确认',
  refuse: '不予确认',
  increase: '增发',
  decrease: '减发',
  stop: '停止保障',
  gradualExit: '渐退',
  restore: '恢复保障',
  suspend: '暂停',
  resume: '恢复发放',
  nothing: '不变',
  imported: '导入',
};

export const decisionLabel = (kind: string): string => decisionWords[kind] ?? kind;
