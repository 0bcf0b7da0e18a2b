import { createHash, randomUUID } from 'node:crypto';
import { readSheet } from '../../store/exchange/read-sheet';
import { entitle, type Entitled } from './support/households';
import { openExchange, receiptCsv, rowsOf, type Exchange, type Row } from './support/desk';

/** @clause 三(二) decisions and the low-income list go up as numbered files, and what comes back is known row by row */
let desk: Exchange;
let ours: readonly Entitled[];
beforeAll(async () => {
  desk = await openExchange();
  ours = await Promise.all([1, 2, 3].map((n) => entitle(desk.worker, { n })));
  await entitle(desk.worker, { n: 40, division: '530402001000' });
});
afterAll(() => desk.close());

const decisions = { kind: 'decisions', from: '2026-05-01', to: '2026-05-31' };
const list = { kind: 'lowIncomeList', month: '2026-06' };
const sha256 = (bytes: Buffer | undefined): string => createHash('sha256').update(bytes!).digest('hex');
const numbers = (items: readonly Row[]): string[] => items.map((item) => String(item['recordNumber']));
const audits = async (operation: string): Promise<readonly Row[]> =>
  (await desk.worker.prisma.auditRow.findMany({ where: { operation } })) as unknown as readonly Row[];

describe('a package of decisions', () => {
  let made: Row;
  beforeAll(async () => {
    made = await desk.make(decisions);
  });

  it('has number, version, count and hashes, and is of its county alone', async () => {
    expect(made).toMatchObject({
      number: '530581-DEC-0001',
      layoutVersion: '1.0',
      layoutAssumed: true,
      state: 'ready',
    });
    expect(made).toMatchObject({ count: 3, leftOut: 0, waiting: 3, accepted: 0, baseNumber: null });
    expect(numbers(await desk.items(made['id']))).toEqual([1, 2, 3].map((row) => `530581-DEC-0001-00000${row}`));
  });

  it('is the same bytes at every download, with the headings of its layout and whole ID numbers', async () => {
    const [one, two] = [await desk.download(made['id'], 'csv'), await desk.download(made['id'], 'csv')];
    expect(sha256(one.bytes)).toBe(made['csvSha256']);
    expect(two.bytes!.equals(one.bytes!)).toBe(true);
    expect([...one.bytes!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = one.bytes!.toString('utf8');
    expect(text).toContain('记录编号,案件编号,行政区划代码,救助类型');
    for (const { number } of ours) expect(text).toContain(`${number},530581001000,01,2,`);
    for (const { idNumber } of ours) expect(text).toContain(idNumber);
    const workbook = await desk.download(made['id'], 'xlsx');
    expect(sha256(workbook.bytes)).toBe(made['xlsxSha256']);
    const { head, lines } = await readSheet(workbook.bytes!);
    expect(head.slice(0, 3)).toEqual(['记录编号', '案件编号', '行政区划代码']);
    expect(lines.map(({ cells }) => cells[6]).sort()).toEqual(ours.map(({ idNumber }) => idNumber).sort());
  });

  it('masks names in lists, and writes down who downloaded whose numbers', async () => {
    const titles = (await desk.items(made['id'])).map(({ title }) => String(title));
    expect(titles.every((title) => title.startsWith('测＊'))).toBe(true);
    const [row] = await audits('downloadExchangePackage');
    expect((row!['persons'] as string[]).sort()).toEqual(ours.map(({ personId }) => personId).sort());
  });

  it('is encrypted where it lies', async () => {
    const { csvKey } = await desk.worker.prisma.exchangePackage.findUniqueOrThrow({
      where: { id: String(made['id']) },
    });
    expect((await desk.files.get(csvKey!)).toString('utf8')).toContain(ours[0]!.idNumber);
    const { rows } = await desk.worker.pool.query<{ n: number }>(
      `select count(*)::int as n from exchange_item where position($1::bytea in content_enc) > 0`,
      [Buffer.from(ours[0]!.idNumber)],
    );
    expect(rows[0]?.n).toBe(0);
  });

  it('is downloaded by the data desk alone; others read, another county finds nothing', async () => {
    for (const [role, division, status] of [
      ['countyApprover', '530581', 403],
      ['supervisor', '5305', 403],
      ['townshipClerk', '530581001', 403],
      ['countyDataDesk', '530402', 404],
    ] as const)
      expect([role, (await desk.download(made['id'], 'csv', await desk.api.as(role, division))).status]).toEqual([
        role,
        status,
      ]);
    const supervisor = await desk.api.as('supervisor', '5305');
    const seen = await desk.api.call('listExchangePackages', { token: supervisor, query: { kind: 'decisions' } });
    expect(rowsOf(seen)).toHaveLength(1);
    const elsewhere = await desk.api.as('supervisor', '5304');
    expect(rowsOf(await desk.api.call('listExchangePackages', { token: elsewhere }))).toEqual([]);
  });

  it('asked for twice with one key is one; two at once wait for each other', async () => {
    const key = randomUUID();
    const body = { county: '530581', mode: 'incremental', ...decisions };
    const twice = await Promise.all(
      [0, 1].map(() => desk.api.call('createExchangePackage', { token: desk.token, body, key })),
    );
    expect(new Set(twice.map((got) => got.body['id'])).size).toBe(1);
    const other = await desk.ask(decisions);
    expect(other).toMatchObject({ status: 409, body: { code: 'conflict' } });
    await desk.work();
    const both = await Promise.all([desk.ask({ ...list }), desk.ask({ ...list })]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    await desk.work();
  });

  it('says what is missing or wrong in what is asked for', async () => {
    const fields = async (body: Row) => ((await desk.ask(body)).body['fields'] as Row[]).map(({ path }) => path);
    expect(await fields({ kind: 'decisions', to: '2026-05-31' })).toEqual(['from']);
    expect(await fields({ kind: 'decisions', from: '2026-06-01', to: '2026-05-31' })).toEqual(['to']);
    expect(await fields({ kind: 'lowIncomeList' })).toEqual(['month']);
    expect((await desk.ask({ ...decisions, county: '530402' })).status).toBe(403);
    expect((await desk.ask({ ...decisions, county: '5305' })).status).toBe(400);
  });
});

describe('a receipt', () => {
  let packageId: unknown;
  let sent: readonly Row[];
  beforeAll(async () => {
    const made = await desk.make({ ...decisions, mode: 'full' });
    packageId = made['id'];
    sent = await desk.items(packageId);
  });

  it('is taken row by row: partial, repeated, unknown and wrong rows are told, nothing is lost', async () => {
    const [one, two] = numbers(sent);
    const file = receiptCsv(
      [one!, '成功', '', 'YN-1', '2026-06-10'],
      [two!, '失败', '证件号码与户籍不一致', '', '2026-06-10'],
      [one!, '成功', '', 'YN-1', '2026-06-10'],
      ['530581-DEC-0001-000001', '成功', '', 'YN-9', ''],
      ['530402-DEC-0009-000001', '成功', '', '', ''],
      [two!, '也许', '', '', ''],
    );
    const got = await desk.receive(packageId, file, { name: '回执.csv' });
    expect(got.body).toMatchObject({ accepted: 1, rejected: 1, repeated: 1, unknown: 2, conflicting: 0, malformed: 1 });
    const receiptId = String(got.body['id']);
    const rows = rowsOf(
      await desk.api.call('readExchangeReceipt', { token: desk.token, params: { receiptId } }),
      'rows',
    );
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'applied'],
      [3, 'applied'],
      [4, 'repeated'],
      [5, 'unknown'],
      [6, 'unknown'],
      [7, 'malformed'],
    ]);
    expect(rows[5]).toMatchObject({ reason: expect.stringContaining('第7行:处理结果“也许”不认识') });
    expect((await desk.items(packageId)).map(({ state }) => state)).toEqual(['accepted', 'rejected', 'sent']);
    const again = await desk.receive(packageId, file, { name: '改了名.csv' });
    expect(again.body['id']).toBe(receiptId);
    expect(await desk.worker.prisma.exchangeReceipt.count()).toBe(1);
  });

  it('imported twice at once is one receipt', async () => {
    const file = receiptCsv([numbers(sent)[0]!, '成功', '', 'YN-1', '2026-06-11']);
    const got = await Promise.all([desk.receive(packageId, file), desk.receive(packageId, file)]);
    expect(got.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(got.map(({ body }) => body['id'])).size).toBe(1);
    expect(got[0]!.body).toMatchObject({ accepted: 0, repeated: 1 });
  });

  it('never turns an acceptance into a rejection', async () => {
    const got = await desk.receive(packageId, receiptCsv([numbers(sent)[0]!, '失败', '弄错了', '', '2026-06-12']));
    expect(got.body).toMatchObject({ accepted: 0, rejected: 0, conflicting: 1 });
    expect((await desk.items(packageId))[0]).toMatchObject({ state: 'accepted', theirNumber: 'YN-1' });
  });

  it.each<[string, Buffer, string]>([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), '文件不是CSV或XLSX'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版XLS'],
    [
      'another encoding',
      Buffer.concat([Buffer.from('记录编号,处理结果\nX,'), Buffer.from([0xff, 0xfe, 0xff])]),
      '第2行有无法识别的字符',
    ],
    ['a broken quote', Buffer.from('记录编号,处理结果\nX,"成功\nY,成功'), '不是有效的CSV'],
    ['another file', Buffer.from('姓名,金额\n甲,1'), '第1行(表头)缺少列“记录编号”、“处理结果”'],
    ['nothing', Buffer.from('记录编号,处理结果\n'), '只有表头'],
  ])('%s is refused with what to do, and leaves nothing behind', async (_, bytes, says) => {
    const before = await desk.worker.prisma.exchangeReceipt.count();
    const got = await desk.receive(packageId, bytes);
    expect(got.body).toMatchObject({ state: 'failed', problem: expect.stringContaining(says) });
    const { body } = await desk.api.call('listExchangeFiles', { token: desk.token, query: { state: 'failed' } });
    expect((body['items'] as Row[])[0]).toMatchObject({ id: got.body['id'], problem: got.body['problem'] });
    expect(await desk.worker.prisma.exchangeReceipt.count()).toBe(before);
  });

  it('makes what was rejected work of the data desk, on the household, with the reason', async () => {
    const work = rowsOf(await desk.api.call('listExchangeWork', { token: desk.token }));
    expect(work.map(({ reason, work: state }) => [reason, state])).toEqual([['证件号码与户籍不一致', 'open']]);
    const queue = rowsOf(await desk.api.call('readQueue', { token: desk.token, query: { view: 'office' } }));
    expect(queue.map(({ sentence }) => sentence)).toEqual([
      `报送被退回(${numbers(sent)[1]!}):证件号码与户籍不一致;更正后下一批再报`,
    ]);
  });

  it('an incremental package holds what is not receipted, and what was rejected only when corrected', async () => {
    const first = await desk.make(decisions);
    expect(first).toMatchObject({ count: 1, baseNumber: '530581-DEC-0003' });
    expect((await desk.items(first['id'])).map(({ title }) => title)).toEqual([sent[2]!['title']]);
    const rejected = sent[1]!;
    const corrected = await desk.api.call('correctExchangeItem', {
      token: desk.token,
      params: { itemId: String(rejected['id']) },
      body: { note: '户籍已更正' },
    });
    expect(corrected.body).toMatchObject({ work: 'corrected', workNote: '户籍已更正' });
    const twice = await desk.api.call('correctExchangeItem', {
      token: desk.token,
      params: { itemId: String(rejected['id']) },
      body: { note: '再一次' },
    });
    expect(twice.status).toBe(409);
    expect(rowsOf(await desk.api.call('readQueue', { token: desk.token, query: { view: 'office' } }))).toEqual([]);
    const second = await desk.make(decisions);
    expect((await desk.items(second['id'])).map(({ title }) => title)).toEqual([rejected['title'], sent[2]!['title']]);
    const [again, rest] = numbers(await desk.items(second['id']));
    await desk.receive(
      second['id'],
      receiptCsv([again!, '成功', '', 'YN-2', '2026-06-14'], [rest!, '成功', '', 'YN-3', '2026-06-14']),
    );
    const third = await desk.make(decisions);
    expect(third).toMatchObject({ count: 0, state: 'ready', csvSha256: null });
    expect((await desk.download(third['id'], 'csv')).body).toMatchObject({
      code: 'actionNotAllowed',
      detail: expect.stringContaining('没有需要报送的内容'),
    });
    expect(await desk.make({ ...decisions, mode: 'full' })).toMatchObject({ count: 3 });
  });
});

describe('the low-income list', () => {
  it('tells who is new, changed and gone since the last receipt; who has no number is left out as work', async () => {
    const nobody = await entitle(desk.worker, { n: 9, identified: false });
    const first = await desk.make({ ...list, mode: 'full' });
    expect(first).toMatchObject({ number: '530581-LOW-0002', count: 3, leftOut: 1 });
    const leftOut = await desk.items(first['id'], { state: 'leftOut' });
    expect(leftOut).toMatchObject([{ reason: '缺少证件号码,请在案件中补充', work: 'open', caseId: nobody.caseId }]);
    expect(await desk.make(list)).toMatchObject({ count: 3, leftOut: 0 });
    await desk.receive(
      first['id'],
      receiptCsv(
        ...numbers(await desk.items(first['id'], { state: 'sent' })).map((number) => [
          number,
          '通过',
          '',
          number,
          '2026-06-20',
        ]),
      ),
    );
    expect(await desk.make(list)).toMatchObject({ count: 0, leftOut: 0, baseNumber: '530581-LOW-0002' });
    const [one, two] = ours;
    await desk.worker.prisma.entitlement.updateMany({ where: { caseId: one!.caseId }, data: { toMonth: '2026-06' } });
    await desk.worker.prisma.person.update({ where: { id: two!.personId }, data: { name: '测试改' } });
    const next = await desk.make({ ...list, month: '2026-07' });
    const changes = (await desk.items(next['id'])).map(({ caseId, changeLabel }) => [caseId, changeLabel]);
    expect(changes).toEqual([
      [two!.caseId, '变更'],
      [one!.caseId, '退出'],
    ]);
    const text = (await desk.download(next['id'], 'csv')).bytes!.toString('utf8').split('\r\n');
    expect(text[1]).toContain(',2,');
    expect(text[2]).toMatch(new RegExp(`-000002,3,${one!.number},`));
  });

  it('a person whose number is put on file is sent with the next package, and the work is done', async () => {
    const open = rowsOf(
      await desk.api.call('listExchangeWork', { token: desk.token, query: { kind: 'lowIncomeList' } }),
    );
    expect(open).toHaveLength(1);
    const item = await desk.worker.prisma.exchangeItem.findUniqueOrThrow({ where: { id: String(open[0]!['id']) } });
    await desk.worker.prisma.person.update({
      where: { id: item.personId! },
      data: {
        idNumberEnc: desk.worker.cipher.sealJson('person', 'id_number_enc', item.personId!, '539900196001100090'),
      },
    });
    const made = await desk.make(list);
    expect((await desk.items(made['id'])).map(({ caseId }) => caseId)).toContain(item.caseId);
    expect(
      rowsOf(await desk.api.call('listExchangeWork', { token: desk.token, query: { kind: 'lowIncomeList' } })),
    ).toEqual([]);
  });
});
