/** What a sum is. `group` says which limb of the income definition it falls under (《最低生活保障审核确认办法》第十三条). */
interface IncomeRow {
  readonly label: string;
  readonly group: 'wage' | 'business' | 'property' | 'transfer' | 'other';
}

export const incomeKinds = {
  wage: { label: '工资性收入', group: 'wage' },
  business: { label: '经营净收入', group: 'business' },
  farming: { label: '农林牧渔经营收入', group: 'business' },
  property: { label: '财产净收入', group: 'property' },
  pension: { label: '养老金、离退休金', group: 'transfer' },
  basicPension: { label: '中央确定的城乡居民基础养老金', group: 'transfer' },
  unemploymentBenefit: { label: '失业保险金', group: 'transfer' },
  survivorBenefit: { label: '遗属补助', group: 'transfer' },
  supportReceived: { label: '赡养(抚养、扶养)费收入', group: 'transfer' },
  compensation: { label: '赔偿、补偿收入', group: 'transfer' },
  gift: { label: '接受馈赠收入', group: 'transfer' },
  governmentSubsidy: { label: '其他政府补贴', group: 'transfer' },
  elderlyAllowance: { label: '高龄津贴', group: 'transfer' },
  otherTransfer: { label: '其他转移性收入', group: 'transfer' },
  veteransPreferential: { label: '优待抚恤金', group: 'transfer' },
  familyPlanning: { label: '计划生育奖励扶助金', group: 'transfer' },
  scholarship: { label: '奖学金、助学金', group: 'transfer' },
  braveryReward: { label: '见义勇为奖励金', group: 'transfer' },
  socialAssistance: { label: '社会救助款物', group: 'transfer' },
  disabilitySubsidy: { label: '残疾人两项补贴', group: 'transfer' },
  unattendedChildSubsidy: { label: '孤儿、事实无人抚养儿童基本生活补贴', group: 'transfer' },
  other: { label: '其他收入', group: 'other' },
} as const satisfies Record<string, IncomeRow>;
export type IncomeKind = keyof typeof incomeKinds;
export const incomeRow = (kind: IncomeKind): IncomeRow => incomeKinds[kind];

export const expenseKinds = {
  illness: { label: '因病支出' },
  disability: { label: '因残支出' },
  education: { label: '因学支出' },
  employment: { label: '必要就业成本' },
  tax: { label: '缴纳税款' },
  socialInsurance: { label: '缴纳社会保险费' },
  supportPaid: { label: '支付赡养(抚养、扶养)费' },
} as const;
export type ExpenseKind = keyof typeof expenseKinds;
/** The four rigid expenditures (因病、因残、因学和就业成本). */
export const rigidKinds = ['employment', 'illness', 'disability', 'education'] as const;
export type RigidKind = (typeof rigidKinds)[number];

export const assetKinds = {
  cash: { label: '现金', item: 'financial' },
  deposit: { label: '银行存款', item: 'financial' },
  securities: { label: '有价证券', item: 'financial' },
  fund: { label: '基金', item: 'financial' },
  insurance: { label: '商业保险', item: 'financial' },
  claim: { label: '债权', item: 'financial' },
  internetFinance: { label: '互联网金融资产', item: 'financial' },
  vehicle: { label: '机动车辆', item: 'vehicle' },
  mobilityVehicle: { label: '残疾人代步车', item: 'none' },
  machinery: { label: '大型机械、船舶', item: 'machinery' },
  dwelling: { label: '住房', item: 'dwellings' },
  nonResidential: { label: '非居住类房屋', item: 'nonResidential' },
  company: { label: '登记注册的企业', item: 'company' },
  other: { label: '其他财产', item: 'none' },
} as const;
export type AssetKind = keyof typeof assetKinds;
export type PropertyItem = 'financial' | 'vehicle' | 'machinery' | 'dwellings' | 'nonResidential' | 'company';
