import { civilDateAt } from '../../domain/civil-date';
import type { TestCase } from './case-world';
import type { LiveWorld } from './live-world';
import { confirm, poorFamily, recommend, walkTo } from './walk';

const SECOND = 1_000;

/** The end of a limit of the case that runs now. */
export const dueOf = async (world: LiveWorld, caseId: string, kind: string): Promise<number> =>
  (
    await world.store.prisma.deadline.findFirstOrThrow({ where: { caseId, kind, state: { in: ['running', 'late'] } } })
  ).dueAt!.getTime();

/** A family with its benefit, decided by the county or, under delegation, by the township. */
export const intoBenefit = async (world: LiveWorld, seed: number, authority = 'county'): Promise<TestCase> => {
  const one = await world.submit(poorFamily(seed));
  await world.store.prisma.case.update({ where: { id: one.id }, data: { authority } });
  const now = () => world.env.currentTimeMs();
  await walkTo(one, 'posted', { at: await now() });
  await world.until((await dueOf(world, one.id, 'publicNotice')) + SECOND);
  if (authority === 'township') {
    await one.act('confirm', { by: 'townshipApprover', input: { opinion: '予以确认' } });
    return one;
  }
  await recommend(one, { at: await now() });
  await confirm(one, { at: await now() });
  return one;
};

export const today = async (world: LiveWorld): Promise<string> => civilDateAt(await world.env.currentTimeMs());
