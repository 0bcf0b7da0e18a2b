import type { ApplicationInput } from './schema';

/** An invented household; the ID numbers have a valid check digit and belong to nobody. */
export const exampleApplication: ApplicationInput = {
  programme: 'dibao',
  division: '530581001',
  area: 'urban',
  route: 'hukou',
  address: '示例路1号',
  phone: '0875-5100000',
  applyingThrough: 'self',
  promise: true,
  members: [
    {
      ref: 'm1',
      name: '甲示例',
      relation: 'applicant',
      idNumber: '530522197505150014',
      labour: 'partial',
      employment: 'flexible',
    },
    { ref: 'm2', name: '乙示例', relation: 'spouse', birthDate: '1977-03-02', sex: 'female', seriousIllness: true },
    { ref: 'm3', name: '丙示例', relation: 'child', birthDate: '2011-09-01', sex: 'male', student: 'primary' },
  ],
  applicant: 'm1',
  incomes: [{ member: 'm1', kind: 'wage', amount: '900', per: 'month' }],
  beneficiaryScope: 'wholeHousehold',
};
