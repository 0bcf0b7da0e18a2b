export const texts = {
  title: '打印',
  application: '申请表',
  notice: '张榜公示',
  dossier: '一户一档',
  letter: '打印 PDF',
  letterOf: (title: string) => `打印 PDF:${title}(新窗口)`,
  newWindow: (title: string) => `打印${title}(新窗口)`,
  missing: (count: number) => `档案还缺${count}项`,
  complete: '档案材料齐全。',
  of: (names: readonly string[]) => (names.length === 0 ? '' : `(${names.join('、')})`),
} as const;
