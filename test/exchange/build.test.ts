import { pino } from 'pino';
import { exchangeWaiting } from '../../activities/exchange/queue';
import { entitle } from './support/households';
import { openExchange, type Exchange } from './support/desk';

/** @clause 三(二) a package is made once, whoever makes it and whatever breaks off */
let desk: Exchange;
beforeAll(async () => {
  desk = await openExchange();
  await Promise.all([1, 2, 3].map((n) => entitle(desk.worker, { n })));
}, 60_000);
afterAll(() => desk.close());

const decisions = { kind: 'decisions', from: '2026-05-01', to: '2026-05-31' };
const logger = pino({ level: 'silent' });
const deps = () => ({
  store: desk.worker,
  rulebook: desk.api.rulebook,
  files: desk.files,
  now: () => desk.api.clock.now().getTime(),
  logger,
});
const read = async (id: unknown) =>
  (await desk.api.call('readExchangePackage', { token: desk.token, params: { packageId: String(id) } })).body;

it('cut off while its files are written it leaves no rows, and is made whole by the next attempt', async () => {
  const { body } = await desk.ask(decisions);
  let kept = 0;
  const breaking = {
    keep: async (key: string, bytes: Uint8Array) => {
      kept += 1;
      if (kept === 2) throw new Error('the disk is full');
      await desk.files.keep(key, bytes);
    },
  };
  await expect(exchangeWaiting({ ...deps(), files: breaking })).rejects.toThrow('the disk is full');
  expect(await read(body['id'])).toMatchObject({ state: 'building', count: 0 });
  expect(await desk.items(body['id'])).toEqual([]);
  await desk.work();
  expect(await read(body['id'])).toMatchObject({ state: 'ready', count: 3 });
  expect((await desk.download(body['id'], 'csv')).status).toBe(200);
});

it('made by two workers at once it is one', async () => {
  const { body } = await desk.ask({ ...decisions, mode: 'full' });
  await Promise.all([exchangeWaiting(deps()), exchangeWaiting(deps())]);
  expect(await read(body['id'])).toMatchObject({ state: 'ready', count: 3 });
  expect(await desk.items(body['id'])).toHaveLength(3);
});

it('a layout that does not fit is told before anything is made', async () => {
  await desk.worker.prisma.parameterEntry.create({
    data: {
      id: crypto.randomUUID(),
      parameter: 'exchange.layout',
      division: '530581',
      category: 'decisions',
      validFrom: '2026-01-01',
      value: { version: '2.0', system: 'provincial', columns: [{ field: 'shoeSize', title: '鞋码', max: 2 }] },
      reference: '测试',
      state: 'approved',
      makerId: crypto.randomUUID(),
      createdAt: desk.api.clock.now(),
      checkedAt: desk.api.clock.now(),
    },
  });
  expect(await desk.ask(decisions)).toMatchObject({
    status: 422,
    body: { code: 'parameterInvalid', detail: expect.stringContaining('没有字段“shoeSize”') },
  });
});

it('what was handed up never changes, whoever tries', async () => {
  for (const change of [
    "title = 'x'",
    "content_hash = 'x'",
    "content_enc = 'x'",
    'row = 99',
    "key = 'x'",
    'case_id = null',
  ])
    await expect(desk.api.sql(`update exchange_item set ${change}`)).rejects.toThrow(
      'append-only; table exchange_item',
    );
  await expect(desk.api.sql('delete from exchange_item')).rejects.toThrow('append-only; table exchange_item');
  await expect(desk.api.sql(`update exchange_package set layout = '{}'`)).rejects.toThrow('append-only');
  await desk.api.sql("update exchange_item set reason = 'x'");
});
