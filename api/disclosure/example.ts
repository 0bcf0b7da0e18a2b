const counts = {
  households: 2,
  persons: 3,
  personTimes: 4,
  amount: '1200.00',
  perHousehold: '600.00',
  perPerson: '400.00',
  perPersonTime: '300.00',
  yearPersonTimes: 30,
  yearAmount: '9000.00',
};

export const exampleSummary = {
  id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c21',
  county: '530581',
  countyName: '腾冲市',
  month: '2022-09',
  item: 'benefit' as const,
  itemLabel: '保障金',
  version: 1,
  state: 'proposed' as const,
  stateLabel: '待复核',
  reason: null,
  makerId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  checkerId: null,
  createdAt: '2022-09-28T02:00:00.000Z',
  checkedAt: null,
  total: counts,
};

export const exampleDisclosure = {
  ...exampleSummary,
  sections: [{ title: '低保分类', of: '类别', rows: [{ label: '农村A类', ...counts }], total: counts }],
  ledgerAmount: '1200.00',
  matchesLedger: true,
};
