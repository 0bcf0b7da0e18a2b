import { randomUUID } from 'node:crypto';
import { fileCase, type FiledCase } from './support/rows';
import { openStores, type OpenedStores } from './support/store';

let stores: OpenedStores;
let filed: FiledCase;
beforeAll(async () => {
  stores = await openStores();
});
beforeEach(async () => {
  filed = await stores.worker.prisma.$transaction((tx) => fileCase(tx, { division: '530581001000' }));
});
afterAll(() => stores.close());

interface Period {
  readonly from: string;
  readonly to?: string;
  readonly fen?: bigint;
  readonly shares?: readonly bigint[];
}
const entitle = ({ from, to, fen = 30000n, shares = [fen] }: Period) =>
  stores.worker.prisma.entitlement.create({
    data: {
      id: randomUUID(),
      caseId: filed.caseId,
      programme: 'dibao',
      fromMonth: from,
      toMonth: to ?? null,
      monthlyFen: fen,
      decisionId: randomUUID(),
      components: {
        create: shares.map((share, index) => ({ personId: index === 0 ? filed.personId : randomUUID(), fen: share })),
      },
    },
  });

describe('entitlement', () => {
  it.each([
    ['the same month', { from: '2022-08', to: '2022-08' }],
    ['into an open one', { from: '2023-01' }],
    ['an open one over it', { from: '2022-01' }],
  ])('cannot overlap: %s', async (_, second) => {
    await entitle({ from: '2022-08' });
    await expect(entitle(second)).rejects.toThrow(/entitlement_periods_apart/);
  });

  it('may touch, may overlap one that was superseded, and may overlap those of other cases', async () => {
    const first = await entitle({ from: '2022-08', to: '2022-12' });
    await entitle({ from: '2023-01', to: '2023-01' });
    await stores.worker.prisma.entitlement.update({ where: { id: first.id }, data: { supersededBy: randomUUID() } });
    await entitle({ from: '2022-07', to: '2022-12' });
    filed = await stores.worker.prisma.$transaction((tx) => fileCase(tx, { division: '530581001000' }));
    await entitle({ from: '2022-08' });
  });

  it.each([
    ['a month that does not exist', { from: '2022-13' }, /entitlement_months/],
    ['an end before the beginning', { from: '2022-08', to: '2022-07' }, /entitlement_months/],
    ['a negative amount', { from: '2022-08', fen: -1n }, /entitlement_not_negative/],
    ['components that do not add up', { from: '2022-08', shares: [10000n, 19999n] }, /differ from its amount by 1 fen/],
  ])('refuses %s', async (_, period, message) => {
    await expect(entitle(period)).rejects.toThrow(message);
    expect(await stores.worker.prisma.entitlement.count({ where: { caseId: filed.caseId } })).toBe(0);
  });

  it('keeps its components adding up when one of them changes', async () => {
    const { id } = await entitle({ from: '2022-08', shares: [10000n, 20000n] });
    await expect(
      stores.owner.query('delete from entitlement_component where entitlement_id = $1 and fen = 10000', [id]),
    ).rejects.toThrow(/by 10000 fen/);
  });
});

describe('open matters', () => {
  const open = (kind: string, personId: string | null = null) =>
    stores.worker.prisma.matter.create({
      data: { id: randomUUID(), caseId: filed.caseId, kind, step: 'due', personId, openedAt: new Date() },
    });
  const close = (id: string) =>
    stores.worker.prisma.matter.update({ where: { id }, data: { closedAt: new Date(), step: 'done' } });

  it.each(['recheck', 'transfer', 'reconsideration'])('one %s at a time', async (kind) => {
    const first = await open(kind);
    await expect(open(kind)).rejects.toMatchObject({ code: 'P2002' });
    await close(first.id);
    await open(kind);
  });

  it('one death per person at a time, complaints as many as come', async () => {
    await open('death', filed.personId);
    await open('death', randomUUID());
    await expect(open('death', filed.personId)).rejects.toMatchObject({ code: 'P2002' });
    await open('complaint');
    await open('complaint');
  });
});
