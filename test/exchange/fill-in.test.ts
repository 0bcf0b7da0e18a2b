import { readSheet } from '../../store/exchange/read-sheet';
import { fileCase } from '../store/support/rows';
import { entitle, type Entitled } from './support/households';
import { openExchange, receiptCsv, rowsOf, type Exchange, type Row } from './support/desk';

/** @clause 三(二) what must stand in the provincial system too is copied from a page in its order, and never typed twice */
let desk: Exchange;
let one: Entitled;
let clerk: string;
beforeAll(async () => {
  desk = await openExchange();
  one = await entitle(desk.worker, { n: 1 });
  clerk = await desk.api.as('townshipClerk', '530581001');
});
afterAll(() => desk.close());

interface Section {
  readonly kind: string;
  readonly records: readonly {
    readonly change: string;
    readonly fields: readonly { title: string; value: string; previous: string | null; differs: boolean }[];
  }[];
}
const read = (token = clerk, caseId = one.caseId) => desk.api.call('readFillIn', { token, params: { caseId } });
const sectionsOf = ({ body }: { body: Row }) => body['sections'] as readonly Section[];
const record = (body: Row, token = clerk, key?: string) => {
  desk.api.clock.advance(1000);
  return desk.api.call('recordFillIn', { token, params: { caseId: one.caseId }, body, ...(key ? { key } : {}) });
};
const differing = ({ records }: Section) =>
  records.flatMap(({ fields }) =>
    fields.filter(({ differs }) => differs).map(({ title, previous, value }) => [title, previous, value]),
  );

it("stands in the other system's order, whole, and every look is written down", async () => {
  const got = await read();
  const [decision, members] = sectionsOf(got);
  expect([decision!.kind, members!.kind]).toEqual(['decisions', 'lowIncomeList']);
  expect(decision!.records[0]!.fields.map(({ title, value }) => [title, value])).toEqual([
    ['案件编号', one.number],
    ['行政区划代码', '530581001000'],
    ['救助类型', '01'],
    ['城乡类别', '2'],
    ['申请人姓名', '测试1'],
    ['申请人证件号码', one.idNumber],
    ['家庭人口数', '1'],
    ['保障人口数', '1'],
    ['决定类型', '01'],
    ['决定日期', '2026-05-20'],
    ['确认机关', '1'],
    ['享受起始月', '2026-06'],
    ['月保障金额', '380.00'],
    ['理由', '家庭月人均收入低于当地标准'],
  ]);
  expect(got.body).toMatchObject({ upToDate: false });
  const audit = await desk.worker.prisma.auditRow.findMany({ where: { operation: 'readFillIn' } });
  expect(audit).toMatchObject([{ caseId: one.caseId, persons: [one.personId] }]);
});

it('is for the clerk and the data desk of the place; a relative is locked out', async () => {
  for (const [role, division, status] of [
    ['countyDataDesk', '530581', 200],
    ['countyApprover', '530581', 403],
    ['supervisor', '5305', 403],
    ['townshipClerk', '530581002', 404],
  ] as const)
    expect([role, division, (await read(await desk.api.as(role, division))).status]).toEqual([role, division, status]);
  const member = await desk.api.addStaff([{ role: 'townshipClerk', division: '530581001' }]);
  await desk.worker.prisma.relativeDeclaration.create({
    data: {
      id: member.id,
      caseId: one.caseId,
      personId: one.personId,
      staffId: member.id,
      relativeName: '测试',
      post: '经办人',
      relation: '子女',
      declaredAt: desk.api.clock.now(),
    },
  });
  expect((await read(await desk.api.tokenOf(member))).status).toBe(403);
});

it('its receipt is kept with the case, once, for the content that was seen', async () => {
  const { hash } = (await read()).body as { hash: string };
  const body = { hash, theirNumber: 'YN-2026-7', answeredOn: '2026-06-15' };
  expect((await record({ ...body, answeredOn: '2026-06-16' })).status).toBe(400);
  expect(await record({ ...body, hash: 'old' })).toMatchObject({ status: 409, body: { code: 'versionStale' } });
  const both = await Promise.all([record(body), record(body)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const now = await read();
  expect(now.body).toMatchObject({ upToDate: true });
  expect(sectionsOf(now)[0]!.records[0]).toMatchObject({
    change: 'same',
    receipted: { theirNumber: 'YN-2026-7', answeredOn: '2026-06-15' },
  });
  const receipts = rowsOf(await desk.api.call('listExchangeReceipts', { token: desk.token }));
  expect(receipts.map(({ source, accepted }) => [source, accepted])).toEqual([
    ['hand', 1],
    ['hand', 1],
  ]);
});

it('what was typed over is not sent again by file', async () => {
  expect(await desk.make({ kind: 'decisions', from: '2026-05-01', to: '2026-05-31' })).toMatchObject({ count: 0 });
  expect(await desk.make({ kind: 'lowIncomeList', month: '2026-06' })).toMatchObject({ count: 0 });
});

it('marks what differs from the last receipt, on the page and in the workbook', async () => {
  await desk.worker.prisma.person.update({ where: { id: one.personId }, data: { name: '测试改' } });
  const [decision, members] = sectionsOf(await read());
  expect(differing(decision!)).toEqual([['申请人姓名', '测试1', '测试改']]);
  expect(differing(members!)).toEqual([['姓名', '测试1', '测试改']]);
  const sheet = await desk.api.call('downloadFillIn', { token: clerk, params: { caseId: one.caseId } });
  const { lines } = await readSheet(sheet.bytes!);
  const named = lines.find(({ cells }) => cells[3] === '申请人姓名')!;
  expect(named.cells.slice(3)).toEqual(['申请人姓名', '测试改', '测试1']);
});

it('a batch is typed over row by row as well: whole values, differences, answer', async () => {
  const made = await desk.make({ kind: 'decisions', from: '2026-05-01', to: '2026-05-31' });
  expect(made).toMatchObject({ count: 1 });
  const [item] = await desk.items(made['id']);
  const params = { itemId: String(item!['id']) };
  const opened = await desk.api.call('readExchangeItem', { token: desk.token, params });
  const fields = opened.body['fields'] as Section['records'][number]['fields'];
  expect(fields[0]).toMatchObject({ title: '记录编号', value: item!['recordNumber'] });
  expect(fields.filter(({ differs }) => differs).map(({ title }) => title)).toEqual(['申请人姓名']);
  expect((await desk.api.call('readExchangeItem', { token: clerk, params })).status).toBe(403);
  await desk.receive(made['id'], receiptCsv([String(item!['recordNumber']), '成功', '', 'YN-2026-8', '2026-06-15']));
  const [decision] = sectionsOf(await read());
  expect(decision!.records[0]).toMatchObject({ change: 'same', receipted: { theirNumber: 'YN-2026-8' } });
});

it('a case without a decision has nothing to be typed over, and says so', async () => {
  const { caseId } = await desk.worker.prisma.$transaction((tx) => fileCase(tx, { division: '530581001000' }));
  expect(await read(clerk, caseId)).toMatchObject({
    status: 409,
    body: { code: 'actionNotAllowed', detail: expect.stringContaining('还没有作出决定') },
  });
});
