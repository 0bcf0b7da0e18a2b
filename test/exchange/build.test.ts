import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { stream as workbooks } from 'exceljs';
import { pino } from 'pino';
import { exchangeWaiting } from '../../activities/exchange/queue';
import { usualTableLimits } from '../../store/workbooks/limits';
import { entitle } from './support/households';
import { until } from '../support/until';
import { openExchange, receiptCsv, RECEIPT_HEAD, type Exchange, type Row } from './support/desk';

/** @clause 三(二) a package is made once, whoever makes it and whatever breaks off */
let desk: Exchange;
beforeAll(async () => {
  desk = await openExchange();
  await Promise.all([1, 2, 3].map((n) => entitle(desk.worker, { n })));
});
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
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const line = index + 1;
    const result = line === WRONG ? '不明' : line % 100 === 0 ? '失败' : '成功';
    return [`R-${line}`, result, line % 100 === 0 ? '证件号码不一致' : '', `YN-${line}`, '2026-06-20'];
  });
  /** As spreadsheet programs write it, every text in a part of its own. */
  const workbook = async (): Promise<Buffer> => {
    const out = new PassThrough();
    const book = new workbooks.xlsx.WorkbookWriter({ stream: out, useSharedStrings: true });
    const sheet = book.addWorksheet('回执');
    for (const line of [RECEIPT_HEAD, ...lines]) sheet.addRow([...line]).commit();
    sheet.commit();
    const [bytes] = await Promise.all([buffer(out), book.commit()]);
    return bytes;
  };
  const items = async () =>
    (
      await desk.api
        .sql(`select count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'rejected')::int as rejected
      from exchange_item where package_id = '${packageId}' and record_number like 'R-%'`)
    ).rows[0];
  const stateOf = async (fileId: unknown) =>
    (await desk.api.call('readExchangeFile', { token: desk.token, params: { fileId: String(fileId) } })).body;

  /** Ends the connection in whose transaction the worker reads, as when its machine is gone. */
  const killReading = () =>
    desk.api.sql(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'doudi_worker' and xact_start is not null`);

  it('is taken in unread, sent twice; its reading is killed in the middle; read by two workers it is one', async () => {
    const file = await workbook();
    const [one, two] = await Promise.all([desk.send(packageId, file), desk.send(packageId, file)]);
    expect([one!.status, two!.status]).toEqual([202, 202]);
    expect(one!.body).toMatchObject({ id: two!.body['id'], state: 'waiting', total: null, done: 0 });
    const halfway = async (): Promise<boolean> => {
      const { done } = await stateOf(one!.body['id']);
      return Number(done) > 0 && Number(done) < ROWS;
    };
    const cut = expect(exchangeWaiting(deps())).rejects.toThrow();
    await until(halfway);
    await killReading();
    await cut;
    expect(await stateOf(one!.body['id'])).toMatchObject({ state: 'waiting', total: ROWS });
    expect(await items()).toEqual({ accepted: 0, rejected: 0 });
    expect(await desk.worker.prisma.exchangeReceipt.count({ where: { packageId } })).toBe(0);

    await Promise.all([exchangeWaiting(deps()), exchangeWaiting(deps())]);
    expect(await stateOf(one!.body['id'])).toMatchObject({ state: 'done', total: ROWS, done: ROWS });
    const receipt = await desk.receive(packageId, file);
    expect(receipt.body).toMatchObject({ id: one!.body['id'], accepted: 29_700, rejected: 299, malformed: 1 });
    expect(await items()).toEqual({ accepted: 29_700, rejected: 299 });
    expect(await desk.worker.prisma.exchangeReceipt.count({ where: { packageId } })).toBe(1);
    const { rows } = await desk.api.sql(
      `select line, reason from exchange_receipt_row where receipt_id = '${String(one!.body['id'])}' and outcome = 'malformed'`,
    );
    expect(rows).toMatchObject([{ line: WRONG + 1, reason: expect.stringMatching(new RegExp(`^第${WRONG + 1}行`)) }]);
  });
});

it('takes a file in unread, tells what is wrong with it as a whole, with wrong rows among others, and with its bytes', async () => {
  const made = await desk.make({ ...decisions, mode: 'full' });
  const bad = (n: number) => [`X-${n}`, '不明', '', '', ''];
  const failed = async (content: string | Buffer, limits = usualTableLimits) => {
    const taken = await desk.send(made['id'], content, { name: '回执.csv' });
    expect(taken).toMatchObject({ status: 202, body: { state: 'waiting', total: null, problem: null } });
    await exchangeWaiting({ ...deps(), tableLimits: limits });
    const { body } = await desk.api.call('listExchangeFiles', {
      token: desk.token,
      query: { packageId: String(made['id']), limit: '1' },
    });
    const [file] = body['items'] as Row[];
    expect(file).toMatchObject({ id: taken.body['id'], state: 'failed', stateLabel: '读取失败', name: '回执.csv' });
    return file!['problem'];
  };
  expect(await failed('编号甲,结果乙\r\n1,成功')).toContain('第1行(表头)缺少列“记录编号”、“处理结果”');
  expect(await failed(receiptCsv(bad(1), bad(2)))).toMatch(/^第2行:处理结果“不明”不认识.*没有一行能够登记/);
  const long = receiptCsv(...[1, 2, 3].map((n) => [`X-${n}`, '成功', '', '', '']));
  expect(await failed(long, { ...usualTableLimits, rows: 3 })).toBe(
    '文件超过3行;请分成几个文件,每个至多3行(含表头),逐个导入',
  );
  const empty = await desk.send(made['id'], '');
  expect(empty).toMatchObject({ status: 400, body: { code: 'fileEmpty' } });
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
