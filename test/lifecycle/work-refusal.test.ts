import { staffId, type TestCase } from '../support/case-world';
import { intoBenefit, today } from '../support/into-benefit';
import { liveWorld, type LiveWorld } from '../support/live-world';

/** @clause 二(一) who refuses work three times without good reason loses the own share, nobody else's */
let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld();
});
afterAll(() => world.close());

const offer = async (goodReason: boolean) => {
  const on = await today(world);
  return {
    offeredOn: on,
    employer: '某食品厂',
    work: '包装工,每月2200元',
    refusedOn: on,
    goodReason,
    reason: goodReason ? '需照护重病配偶' : '不愿意去',
  };
};
const report = async (one: TestCase, personId: string, goodReason = false) =>
  one.open('workRefusal', { by: 'townshipClerk', input: { personId, ...(await offer(goodReason)) } });
const again = async (one: TestCase, owner: string, goodReason = false) =>
  one.act('recordRefusal', { by: 'townshipClerk', owner, input: await offer(goodReason) });
const kinds = async (one: TestCase) => (await one.state()).matters.map(({ kind }) => kind);

describe('refusing work', () => {
  test('a good reason starts the count anew; the third in a row cuts the own share alone', async () => {
    const one = await intoBenefit(world, 1);
    const [able, spouse] = one.personIds as [string, string];
    const before = await world.store.prisma.entitlement.findFirstOrThrow({
      where: { caseId: one.id },
      include: { components: true },
    });
    const matter = await report(one, able);
    await again(one, matter);
    await again(one, matter, true);
    await again(one, matter);
    await again(one, matter);
    expect(await kinds(one)).toEqual(['workRefusal']);
    await again(one, matter);
    expect(await kinds(one)).toEqual(['change']);
    await expect(world.store.prisma.matter.findUnique({ where: { id: matter } })).resolves.toMatchObject({
      outcome: 'cut',
    });

    const [change] = (await one.state()).matters;
    const owner = change!.id;
    await one.act('assess', { by: 'townshipClerk', owner, input: {} });
    const proposal = { outcome: 'decrease', reason: '连续三次无正当理由拒绝就业' };
    await one.act('propose', { by: 'townshipClerk', owner, input: proposal });
    await one.act('endorse', { by: 'townshipApprover', owner, input: {} });
    await one.act('approve', { by: 'countyApprover', owner, input: {} });
    const after = await world.store.prisma.entitlement.findFirstOrThrow({
      where: { caseId: one.id, supersededBy: null },
      orderBy: { fromMonth: 'desc' },
      include: { components: true },
    });
    const share = (entitlement: typeof before, personId: string) =>
      entitlement.components.find((component) => component.personId === personId)?.fen ?? 0n;
    expect(share(after, able)).toBe(0n);
    expect(share(after, spouse)).toBe(share(before, spouse));
    expect(after.monthlyFen).toBe(before.monthlyFen - share(before, able));
    expect(await world.store.prisma.letter.count({ where: { caseId: one.id, kind: 'workRefusal' } })).toBe(5);
  });

  test('is counted for those who can work, and once per person', async () => {
    const one = await intoBenefit(world, 2);
    const [able, spouse] = one.personIds as [string, string];
    await expect(report(one, spouse)).rejects.toMatchObject({ cause: { type: 'noLabourAbility' } });
    await report(one, able);
    await expect(report(one, able)).rejects.toMatchObject({ cause: { type: 'matterNotAllowed' } });
    await expect(report(one, staffId('townshipClerk'))).rejects.toMatchObject({ cause: { type: 'personNotInCase' } });
  });
});
