import { entryView, fundView, grantView, reconciliationView, topUpView } from './views';

const [fundId, makerId] = ['2c0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c12', '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00'];
const createdAt = new Date('2026-03-05T02:00:00Z');
const own = { id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c13', fundId, township: '530581001' };
const proposed = { state: 'proposed', makerId, checkerId: null, createdAt, checkedAt: null };

export const exampleFund = fundView({
  id: fundId,
  township: '530581001',
  year: 2026,
  source: 'county',
  balanceFen: 500_000n,
  createdAt,
  closedOn: null,
});
export const exampleGrant = grantView({
  ...own,
  ...proposed,
  caseId: null,
  personId: makerId,
  personName: '尹建明',
  idTail: '0014',
  form: 'cash',
  fen: 80_000n,
  goods: null,
  reason: '住房失火,临时安置',
  givenOn: '2026-03-05',
});
export const exampleTopUp = topUpView({ ...own, ...proposed, fen: 500_000n, reason: '余额不足,按实际支出补充' });
export const exampleReconciliation = reconciliationView({
  ...own,
  ...proposed,
  month: '2026-03',
  ledgerFen: 420_000n,
  countedFen: 420_000n,
  explanation: null,
});
export const exampleEntry = entryView({
  id: 1n,
  fundId,
  township: '530581001',
  kind: 'topUp',
  fen: 500_000n,
  balanceFen: 500_000n,
  onDate: '2026-03-05',
  at: createdAt,
  causeId: own.id,
  actorId: null,
});
