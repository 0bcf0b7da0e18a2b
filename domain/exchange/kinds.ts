/** The systems above, with which content is exchanged as files: neither has an interface that could be called. */
export const systems = {
  provincial: { label: '云南省城乡社会救助信息系统', short: '省系统' },
  national: { label: '全国低收入人口动态监测信息平台', short: '全国平台' },
} as const;
export type SystemName = keyof typeof systems;

/** What is handed up. `by`: how the content of a package is bounded. `fields`: every field that a record may have. */
export const kinds = {
  standards: {
    label: '保障标准',
    by: 'dates',
    fields: ['division', 'divisionName', 'standard', 'category', 'value', 'unit', 'from', 'reference'],
  },
  decisions: {
    label: '审核确认决定',
    by: 'dates',
    fields: [
      'caseNumber',
      'division',
      'programme',
      'area',
      'name',
      'idNumber',
      'memberCount',
      'beneficiaryCount',
      'decision',
      'decidedOn',
      'authority',
      'fromMonth',
      'monthly',
      'reasons',
    ],
  },
  lowIncomeList: {
    label: '低收入人口名单',
    by: 'month',
    fields: [
      'caseNumber',
      'division',
      'programme',
      'area',
      'name',
      'idNumber',
      'sex',
      'birthDate',
      'relation',
      'beneficiary',
      'class',
      'share',
      'monthly',
      'fromMonth',
    ],
  },
} as const;
export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];
export const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text);

/** Known of a row only when it is put into a package: they are no part of its content. */
export const rowFields = ['recordNumber', 'change'] as const;

/** `fillIn`: typed over by hand, one household after the other. */
export const modes = {
  incremental: { label: '增量' },
  full: { label: '全量' },
  fillIn: { label: '回填' },
} as const;
export type Mode = keyof typeof modes;

/** What a row is to the other system; `same`: it has it already (full packages). */
export type Change = 'added' | 'changed' | 'removed' | 'same';

/** One row in our own words: yuan strings, civil dates and months, '' for what there is not. */
export type ExchangeRecord = Readonly<Record<string, string>>;

export const answers = { accepted: { label: '已接收' }, rejected: { label: '被退回' } } as const;
export type Answer = keyof typeof answers;

/** Where a row stands. `leftOut`: could not be sent, with the reason. */
export const itemStates = {
  sent: { label: '等待回执' },
  accepted: { label: '已接收' },
  rejected: { label: '被退回' },
  leftOut: { label: '未能报送' },
} as const;
export type ItemState = keyof typeof itemStates;

/** 530581-DEC-0003-000012: county, kind, package, row; what receipts are matched by. */
const shorts: Readonly<Record<Kind, string>> = { standards: 'STD', decisions: 'DEC', lowIncomeList: 'LOW' };
export const packageNumber = (county: string, kind: Kind, sequence: number): string =>
  `${county}-${shorts[kind]}-${String(sequence).padStart(4, '0')}`;
export const recordNumber = (ofPackage: string, row: number): string => `${ofPackage}-${String(row).padStart(6, '0')}`;
