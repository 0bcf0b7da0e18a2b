import type { ApplicationInput } from '../../api/cases/application/schema';

/** An invented couple with one child and a low wage; without ID numbers, so that no two are the same household. */
export const applicationOf = (index: number, division: string): ApplicationInput => ({
  programme: 'dibao',
  division,
  area: 'urban',
  route: 'hukou',
  address: `示例路${index + 1}号`,
  applyingThrough: 'self',
  promise: true,
  members: [
    { ref: 'm1', name: '甲示例', relation: 'applicant', birthDate: '1975-05-15', sex: 'male', labour: 'partial' },
    { ref: 'm2', name: '乙示例', relation: 'spouse', birthDate: '1977-03-02', sex: 'female', seriousIllness: true },
    { ref: 'm3', name: '丙示例', relation: 'child', birthDate: '2015-09-01', sex: 'male' },
  ],
  applicant: 'm1',
  incomes: [{ member: 'm1', kind: 'wage', amount: '900', per: 'month' }],
  beneficiaryScope: 'wholeHousehold',
});
