import { pino } from 'pino';
import { exchangeWaiting } from '../../activities/exchange/queue';
import { entitle } from './support/households';
import { until } from '../support/until';
import { openExchange, receiptCsv, type Exchange } from './support/desk';

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
    ...desk.files,
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

describe('a receipt of a whole county', () => {
  const ROWS = 30_000;
  const WRONG = 29_000;
  let packageId: string;
  /** Rows as a package of the county's whole list has them, written by one statement. */
  beforeAll(async () => {
    const made = await desk.make({ ...decisions, mode: 'full' });
    packageId = String(made['id']);
    await desk.api
      .sql(`insert into exchange_item (id, package_id, row, kind, county, office, record_number, key, title, change,
        content_hash, content_enc, state)
      select gen_random_uuid(), package_id, 100 + n, kind, county, office, 'R-' || n, 'key-' || n, title, change, content_hash, content_enc, 'sent'
      from (select * from exchange_item where package_id = '${packageId}' order by row limit 1) one, generate_series(1, ${ROWS}) n`);
  });
  const file = receiptCsv(
    ...Array.from({ length: ROWS }, (_, index) => {
      const line = index + 1;
      const result = line === WRONG ? '不明' : line % 100 === 0 ? '失败' : '成功';
      return [`R-${line}`, result, line % 100 === 0 ? '证件号码不一致' : '', `YN-${line}`, '2026-06-20'];
    }),
  );
  const items = async () =>
    (
      await desk.api
        .sql(`select count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'rejected')::int as rejected
      from exchange_item where package_id = '${packageId}' and record_number like 'R-%'`)
    ).rows[0];
  const stateOf = async (fileId: unknown) =>
    (await desk.api.call('readExchangeFile', { token: desk.token, params: { fileId: String(fileId) } })).body;

  it('is taken in at once and read by the worker, sent twice and read by two workers it is one', async () => {
    const [one, two] = await Promise.all([desk.send(packageId, file), desk.send(packageId, file)]);
    expect([one!.status, two!.status]).toEqual([202, 202]);
    expect(one!.body).toMatchObject({ id: two!.body['id'], state: 'waiting', total: ROWS, done: 0 });
    expect(await items()).toEqual({ accepted: 0, rejected: 0 });
    const seen = new Set<number>();
    const working = Promise.all([exchangeWaiting(deps()), exchangeWaiting(deps())]);
    await until(async () => {
      const { state, done } = await stateOf(one!.body['id']);
      seen.add(Number(done));
      return state !== 'waiting';
    });
    await working;
    expect([...seen].some((done) => done > 0 && done < ROWS)).toBe(true);
    expect(await stateOf(one!.body['id'])).toMatchObject({ state: 'done', total: ROWS, done: ROWS });
    const receipt = await desk.receive(packageId, file);
    expect(receipt.body).toMatchObject({ id: one!.body['id'], accepted: 29_700, rejected: 299, malformed: 1 });
    expect(await items()).toEqual({ accepted: 29_700, rejected: 299 });
    const { rows } = await desk.api.sql(
      `select line, reason from exchange_receipt_row where receipt_id = '${String(one!.body['id'])}' and outcome = 'malformed'`,
    );
    expect(rows).toMatchObject([{ line: WRONG + 1, reason: expect.stringMatching(new RegExp(`^第${WRONG + 1}行`)) }]);
  });
});

it('refuses a file at once by its header or first rows, tells wrong rows among others, and fails what is not as it came', async () => {
  const made = await desk.make({ ...decisions, mode: 'full' });
  const bad = (n: number) => [`X-${n}`, '不明', '', '', ''];
  const header = await desk.send(made['id'], '编号甲,结果乙\r\n1,成功');
  expect(header).toMatchObject({ status: 422, body: { code: 'exchangeUnreadable' } });
  const early = await desk.send(made['id'], receiptCsv(bad(1), bad(2)));
  expect(early).toMatchObject({ status: 422, body: { detail: expect.stringMatching(/^第2行:处理结果“不明”不认识/) } });
  expect(await desk.worker.prisma.exchangeFile.count({ where: { packageId: String(made['id']) } })).toBe(0);
  const later = await desk.receive(made['id'], receiptCsv(['X-0', '成功', '', '', ''], bad(1)));
  expect(later.body).toMatchObject({ unknown: 1, malformed: 1 });
  // What is not as it was taken in is not read.
  const taken = await desk.send(made['id'], receiptCsv(['X-9', '成功', '', '', '']));
  const file = await desk.worker.prisma.exchangeFile.findUniqueOrThrow({ where: { id: String(taken.body['id']) } });
  await desk.files.keep(file.storageKey, Buffer.from(receiptCsv(['X-8', '成功', '', '', ''])));
  expect((await desk.readOf(taken)).body).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('不一致'),
  });
  const again = await desk.receive(made['id'], receiptCsv(['X-9', '成功', '', '', '']));
  expect(again.body).toMatchObject({ unknown: 1 });
});

it('a layout that does not fit is refused where it is entered, and told before anything is made', async () => {
  const layout = { version: '2.0', system: 'provincial', columns: [{ field: 'shoeSize', title: '鞋码', max: 2 }] };
  const entered = await desk.api.call('proposeParameter', {
    token: await desk.api.as('administrator', '530581'),
    body: {
      ...{ parameter: 'exchange.layout', division: '530581', category: 'decisions', from: '2026-07-01' },
      ...{ value: layout, reference: '测试文件' },
    },
  });
  expect(entered).toMatchObject({ status: 400, body: { detail: expect.stringContaining('没有字段“shoeSize”') } });
  await desk.worker.prisma.parameterEntry.create({
    data: {
      id: crypto.randomUUID(),
      parameter: 'exchange.layout',
      division: '530581',
      category: 'decisions',
      validFrom: '2026-01-01',
      value: layout,
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
