import { addDays, startOfDay } from '../../domain/civil-date';
import { dailyTick } from '../../activities/daily-tick';
import { createStore, type Store } from '../../store/client';
import { createRulebook } from '../../store/rulebook';
import { newId } from '../../store/uuid';
import { freshDatabase, type TestDatabase } from '../support/database';
import { testKeyRing } from '../support/key-ring';

const DAY = '2026-06-01';
let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = createStore({ url: database.workerUrl, keyRing: testKeyRing() });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** A draft last touched at the beginning of a day so many days ago. */
const draft = async (age: number): Promise<string> => {
  const id = newId();
  const updatedAt = new Date(startOfDay(addDays(DAY, -age)));
  await store.prisma.draft.create({
    data: {
      id,
      programme: 'dibao',
      division: '530581001000',
      createdBy: newId(),
      title: '测试',
      contentEnc: Buffer.from('-'),
      createdAt: updatedAt,
      updatedAt,
    },
  });
  return id;
};
const remindedAt = async (id: string) => (await store.prisma.draft.findUnique({ where: { id } }))?.remindedAt;
const tick = (date: string) => dailyTick({ store, rulebook: createRulebook() }, date);

describe('the daily tick', () => {
  test('reminds of a draft after 7 and after 30 days, and removes it after 90', async () => {
    const [young, week, month, old] = [await draft(7), await draft(8), await draft(31), await draft(91)];
    await tick(DAY);
    expect(await remindedAt(young!)).toBeNull();
    expect(await remindedAt(week!)).toEqual(new Date(startOfDay(DAY)));
    expect(await remindedAt(month!)).toEqual(new Date(startOfDay(DAY)));
    expect(await remindedAt(old!)).toBeUndefined();
  });

  test('says it once, also when it runs twice, and makes good a day that was missed', async () => {
    const week = await draft(8);
    await tick(DAY);
    const first = await remindedAt(week);
    await tick(DAY);
    await tick(addDays(DAY, 10));
    expect(await remindedAt(week)).toEqual(first);
    await tick(addDays(DAY, 25));
    expect(await remindedAt(week)).toEqual(new Date(startOfDay(addDays(DAY, 25))));
  });

  test('leaves a draft that has become a case alone', async () => {
    const filed = await draft(100);
    await store.prisma.draft.update({ where: { id: filed }, data: { caseId: newId() } });
    await tick(DAY);
    expect(await remindedAt(filed)).toBeNull();
  });
});
