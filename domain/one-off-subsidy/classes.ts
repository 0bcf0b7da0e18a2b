/** Who can get a one-off living subsidy, with the programme and settlement whose entitlements stand for the class. */
export const oneOffClasses = {
  dibaoUrban: { label: '城市低保对象', programme: 'dibao', settlements: ['urban'] },
  dibaoRural: { label: '农村低保对象', programme: 'dibao', settlements: ['rural'] },
  tekun: { label: '特困人员', programme: 'tekun', settlements: ['urban', 'rural'] },
} as const;

export type OneOffClass = keyof typeof oneOffClasses;
export const oneOffNames = Object.keys(oneOffClasses) as OneOffClass[];
