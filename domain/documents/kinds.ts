/** What a paper or photo is; the name a person chooses from. */
export const documentKinds = {
  identity: '身份证、户口簿',
  residence: '居住证明',
  income: '收入证明',
  expense: '支出票据',
  property: '财产证明',
  medical: '诊断证明、病历',
  disability: '残疾证',
  authorisation: '核对授权书',
  promise: '诚信承诺书',
  delegation: '委托书',
  visitForm: '入户调查表',
  visitPhoto: '入户照片',
  dataCheck: '核对报告',
  postingPhoto: '张榜照片',
  endPhoto: '公示结束照片',
  appraisal: '民主评议记录',
  objection: '异议材料',
  complaint: '举报材料',
  death: '死亡证明',
  receipt: '送达回证',
  other: '其他',
} as const;

export type DocumentKind = keyof typeof documentKinds;
export const documentKindNames = Object.keys(documentKinds) as [DocumentKind, ...DocumentKind[]];
