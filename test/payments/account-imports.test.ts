import { createHash } from 'node:crypto';
import { readSheet } from '../../store/exchange/read-sheet';
import { startApi, type Api } from '../api/support/api';
import { declareRelative } from '../api/support/case-row';
import {
  ACCOUNT_HEAD,
  accountRow,
  householdWithCard,
  NUMBER,
  sendAccounts,
  type Household,
} from './support/account-file';

/** @clause 三(一) what became of a file of accounts stays known, row by row, without a card number */
const TOWNSHIP = '530581001';
const COUNTY = '530581';

let api: Api;
let clerk: string;
let head: string;
const send = (lines: readonly string[]) => sendAccounts(api, clerk, lines);
const imports = async (token: string, query: Record<string, string> = {}) =>
  (await api.call('listCardAccountImports', { token, query })).body;
const readImport = async (importId: unknown, token: string, query: Record<string, string> = {}) =>
  api.call('readCardAccountImport', { token, params: { importId: String(importId) }, query });
const refused = (importId: unknown, format: string, token = clerk) =>
  api.call('downloadRefusedAccounts', { token, params: { importId: String(importId) }, query: { format } });
const NUMBERS = /6217[ 0-9]{6,}|53990019600101001X/;
let home: Household;
let rows: readonly string[];
let made: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  api = await startApi();
  [clerk, head] = [await api.as('townshipClerk', TOWNSHIP), await api.as('townshipApprover', TOWNSHIP)];
  home = await householdWithCard(api, TOWNSHIP);
  const wrong = await householdWithCard(api, TOWNSHIP);
  rows = [
    accountRow(home),
    accountRow(wrong, { number: '6217 0000 1000 0000 004', name: '甲 6217000010000000003' }),
    accountRow(wrong, { paper: '6217-0000-1000-0000-003' }),
    `,53990019600101001X,某某银行,${NUMBER},,银行卡.jpg,`,
  ];
  made = (await send(rows)).body;
});

afterAll(() => api.stop());

it('is answered the second time as the first, also two at once, and stays to be looked at', async () => {
  const again = await Promise.all([send(rows), send(rows)]);
  for (const { status, body } of again)
    expect({ status, body }).toEqual({ status: 201, body: { ...made, again: true } });
  const file = Buffer.from([ACCOUNT_HEAD, ...rows].join('\n'));
  expect(made).toMatchObject({ total: 4, kept: 1, repeated: 0, failed: 3, office: TOWNSHIP });
  expect(made['sha256']).toBe(createHash('sha256').update(file).digest('hex'));
  const { lines, again: _, ...view } = made;
  const { body } = await readImport(made['id'], head);
  expect(body).toEqual({ import: view, rows: lines, next: null });
  expect(view['takenByName']).toEqual(expect.any(String));
});

it('is read page by page, by its lines and by what became of them', async () => {
  const place = { limit: '2' };
  const first = (await readImport(made['id'], clerk, { ...place, outcome: 'error' })).body;
  const second = (await readImport(made['id'], clerk, { ...place, outcome: 'error', cursor: String(first['next']) }))
    .body;
  const found = [first, second].flatMap(({ rows: page }) => page as { line: number; field: string }[]);
  expect(found.map(({ line, field }) => [line, field])).toEqual([
    [3, '卡号'],
    [4, '银行卡影像'],
    [5, '户名'],
    [5, '开户银行'],
  ]);
  expect([first['next'], second['next']]).toEqual([expect.any(String), null]);
  const pages = [await imports(clerk, { limit: '1' })];
  for (let next = pages[0]!['next']; next !== null; next = pages.at(-1)!['next'])
    pages.push(await imports(clerk, { limit: '1', cursor: String(next) }));
  const ids = pages.flatMap(({ items }) => (items as { id: string }[]).map(({ id }) => id));
  expect(ids).toContain(made['id']);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(((await imports(clerk, { limit: '200' }))['items'] as unknown[]).length);
});

it('gives its refused rows as a file, with no whole number in it or anywhere else', async () => {
  const [csv, xlsx] = [await refused(made['id'], 'csv'), await refused(made['id'], 'xlsx')];
  const text = csv.bytes!.toString('utf8');
  const lines = text.trim().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain(
    '原文件行号,案件编号,申请人身份证号,开户银行,卡号,户名,银行卡影像,代领协议,没有登记的原因',
  );
  expect(lines[1]).toMatch(/^3,.*,\*{4}0004,甲 \*{4}0003,银行卡.jpg,,"?卡号:卡号校验位不对/);
  expect(lines[2]).toMatch(/本案没有名为“\*{4}0003”的材料/);
  expect(lines[3]).toMatch(
    /^5,,539\*{11}001X,某某银行,\*{4}0003,,银行卡.jpg,,"?户名:没有填写户名;开户银行:没有这家银行/,
  );
  const sheet = await readSheet(xlsx.bytes!);
  expect(sheet.lines.map(({ cells }) => cells[0])).toEqual(['3', '4', '5']);
  const { rows: kept } = await api.sql(
    `select to_jsonb(r)::text || to_jsonb(i)::text as text from card_account_import i join card_account_import_row r on r.import_id = i.id`,
  );
  const everywhere = JSON.stringify([made, kept]) + text + JSON.stringify(sheet) + api.log();
  expect(everywhere).not.toMatch(NUMBERS);
  const { rows: audit } = await api.sql(
    `select count(*)::int as n from audit_row where operation = 'downloadRefusedAccounts' and details ->> 'importId' = '${String(made['id'])}'`,
  );
  expect(audit).toEqual([{ n: 2 }]);
});

it('is seen by its office and those above, not beside, nor by whoever has nothing to do with accounts', async () => {
  const ids = async (token: string) => ((await imports(token))['items'] as { id: string }[]).map(({ id }) => id);
  expect(await ids(await api.as('countyReviewer', COUNTY))).toContain(made['id']);
  const next = await api.as('townshipClerk', '530581002');
  expect(await ids(next)).not.toContain(made['id']);
  expect((await readImport(made['id'], next)).status).toBe(404);
  expect((await refused(made['id'], 'csv', next)).status).toBe(404);
  const desk = await api.as('countyDataDesk', COUNTY);
  expect((await api.call('listCardAccountImports', { token: desk })).status).toBe(403);
  const kin = await api.addStaff([{ role: 'townshipApprover', division: TOWNSHIP }]);
  await declareRelative(api.sql, home.caseId, home.personId, kin.id);
  const { body } = await readImport(made['id'], await api.tokenOf(kin));
  expect((body['rows'] as { line: number }[]).map(({ line }) => line)).toEqual([3, 4, 5, 5]);
});
