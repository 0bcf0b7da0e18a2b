import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import ExcelJS from 'exceljs';
import { createStore, type Store } from '../../store/client';
import { startApi, type Api } from '../api/support/api';
import { goThrough, openRun } from '../payment-history/support/run';
import { caseIdOf, populate, startPaying } from '../payments/support/population';
import { testKeyRing } from '../support/key-ring';
import { textOf } from '../support/pdf-text';
import { decidedByRules } from './support/decided-by-rules';

/** @clause 三(一) the monthly table and list come from what was paid, and none that contradicts itself can be published */
const [ONE, TWO] = ['530581001', '530581002'] as const;
const COUNTY = '530581';

let api: Api;
let worker: Store;
let owner: Client;
let maker: string;
let checker: string;
beforeEach(async () => {
  api = await startApi({ startAt: Date.parse('2026-10-20T02:00:00Z') });
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  await populate(owner, { townships: [ONE, TWO], count: 4, fromMonth: '2026-08' });
  await startPaying(worker, COUNTY, '2026-08');
  [maker, checker] = [await api.as('countyReviewer', COUNTY), await api.as('countyApprover', COUNTY)];
});
afterEach(async () => {
  await Promise.all([worker.close(), owner.end()]);
  await api.stop();
});

interface Counts {
  readonly label?: string;
  readonly households: number;
  readonly persons: number;
  readonly personTimes: number;
  readonly amount: string;
  readonly perHousehold: string | null;
  readonly perPersonTime: string | null;
  readonly yearPersonTimes: number;
  readonly yearAmount: string;
}
interface Table {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly total: Counts;
  readonly matchesLedger: boolean;
  readonly sections: readonly { readonly title: string; readonly rows: readonly Counts[]; readonly total: Counts }[];
}

const propose = (body: object = {}, token = maker) =>
  api.call('proposeDisclosure', { token, body: { county: COUNTY, month: '2026-09', item: 'benefit', ...body } });
const proposed = async (body: object = {}): Promise<Table> => {
  const answer = await propose(body);
  expect(answer.status).toBe(201);
  return answer.body as unknown as Table;
};
const decide = (verdict: 'publish' | 'reject', disclosureId: string, token = checker) =>
  api.call(`${verdict}Disclosure`, { token, params: { disclosureId } });

/** August goes out but for one household, which fails and is owed again in September; a class for each household. */
const twoMonths = async (): Promise<void> => {
  const failing = await caseIdOf(owner, ONE, 1);
  await goThrough(worker, await openRun(worker, '2026-08'), ({ caseId }) =>
    caseId === failing ? { state: 'failed', bankReason: '账户已销户' } : { state: 'paid' },
  );
  await owner.query(
    `update payment_line set state = 'reissued', changed_at = now() where case_id = $1 and state = 'failed'`,
    [failing],
  );
  const classes = ['A', 'A', 'B', 'C'];
  for (const township of [ONE, TWO])
    for (const [index, found] of classes.entries()) {
      const caseId = await caseIdOf(owner, township, index + 1);
      if (found === 'C') await owner.query(`update "case" set area = 'urban' where id = $1`, [caseId]);
      else
        await owner.query(
          `insert into case_event (id, case_id, sequence, epoch, command_id, action, owner, stage, actor_role, actor_division, at,
             input_hash, summary, patch, sentence)
           values ($1, $2, 1, 1, $1, 'propose', 'stage', 'investigating', 'townshipClerk', $3, '2020-02-01', '', $4, '{}', '提出')`,
          [randomUUID(), caseId, township, JSON.stringify({ ruralClass: found })],
        );
    }
  await goThrough(worker, await openRun(worker, '2026-09'), () => ({ state: 'paid' }));
};

/** The same figures from the lines, by other words than the product's. */
const independent = async (): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await owner.query<Record<string, string>>(
    `select count(distinct case_id) filter (where r.month = '2026-09') as households, count(*) filter (where r.month = '2026-09') as times,
       sum(l.fen) filter (where r.month = '2026-09') as fen, count(*) as "yearTimes", sum(l.fen) as "yearFen"
     from payment_line l join payment_run r on r.id = l.run_id where l.state = 'paid'`,
  );
  return Object.fromEntries(Object.entries(rows[0]!).map(([name, value]) => [name, Number(value)]));
};

it('counts households, persons and person-times, money and averages by class and township, to the line', async () => {
  await twoMonths();
  const table = await proposed();
  const known = await independent();
  expect(known).toEqual({ households: 8, times: 9, fen: 270_000, yearTimes: 16, yearFen: 480_000 });
  expect(table.total).toMatchObject({
    households: 8,
    persons: 8,
    personTimes: 9,
    amount: '2700.00',
    perHousehold: '337.50',
    perPersonTime: '300.00',
    yearPersonTimes: 16,
    yearAmount: '4800.00',
  });
  const [classes, townships] = table.sections;
  expect(classes?.rows.map(({ label, households, personTimes }) => [label, households, personTimes])).toEqual([
    ['城市', 2, 2],
    ['农村A类', 4, 5],
    ['农村B类', 2, 2],
  ]);
  expect(townships?.rows.map(({ label, amount }) => [label, amount])).toEqual([
    ['腾越街道', '1500.00'],
    ['西源街道', '1200.00'],
  ]);
  for (const { total } of table.sections) expect(total).toEqual(table.total);
  expect(table.matchesLedger).toBe(true);
});

it('is published by another person, once, and stays as it was; a correction is a further version with a reason', async () => {
  await twoMonths();
  const table = await proposed();
  expect((await propose()).body['code']).toBe('alreadyExists');
  expect((await decide('publish', table.id, maker)).status).toBe(403);
  const both = await Promise.all([decide('publish', table.id), decide('publish', table.id)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  await expect(owner.query(`update disclosure set fen = fen + 1`)).rejects.toThrow(/append-only/);
  await expect(owner.query(`update disclosure_row set fen = fen + 1`)).rejects.toThrow(/append-only/);
  await expect(
    owner.query(
      `insert into disclosure_row select disclosure_id, township, 'tekun', class, 0, 0, 0, 0, 0, 0 from disclosure_row limit 1`,
    ),
  ).rejects.toThrow(/belongs to a proposal/);
  expect((await propose()).body['fields']).toEqual([{ path: 'reason', message: expect.any(String) as string }]);
  const second = await proposed({ reason: '补录一笔退票' });
  expect(second.version).toBe(2);
  const listed = (await api.call('listDisclosures', { token: maker, query: {} })).body['disclosures'] as Table[];
  expect(listed.map(({ version, state }) => [version, state])).toEqual([
    [2, 'proposed'],
    [1, 'published'],
  ]);
});

it('cannot be published when its parts do not sum to the totals or its money is not the ledger’s, whoever tries', async () => {
  await twoMonths();
  const wrong = async (change: string): Promise<string> => {
    const id = randomUUID();
    await owner.query(
      `insert into disclosure (id, county, month, item, version, reason, households, persons, person_times, fen, year_person_times, year_fen, maker_id, created_at)
       values ($1, '530581', '2026-09', 'benefit', (select coalesce(max(version), 0) + 1 from disclosure), '试', 8, 8, 9, 270000, 16, 480000, $1, now())`,
      [id],
    );
    await owner.query(
      `insert into disclosure_row values ($1, '530581001', 'dibao', 'A', 8, 8, 9, 270000, 16, 480000)`.replace(
        '270000',
        change,
      ),
      [id],
    );
    return id;
  };
  const publish = (id: string) =>
    owner.query(
      `update disclosure set state = 'published', checker_id = gen_random_uuid(), checked_at = now() where id = $1`,
      [id],
    );
  const differing = await wrong('269999');
  await expect(publish(differing)).rejects.toThrow(/do not sum/);
  await owner.query(`update disclosure set state = 'rejected', checker_id = gen_random_uuid() where id = $1`, [
    differing,
  ]);
  const stale = await wrong('270000');
  await owner.query(
    `update payment_line set state = 'failed', changed_at = now()
     where id = (select max(l.id) from payment_line l join payment_run r on r.id = l.run_id where r.month = '2026-09' and l.state = 'paid')`,
  );
  await expect(publish(stale)).rejects.toThrow(/not what the ledger says/);
  await owner.query(`update disclosure set state = 'rejected', checker_id = gen_random_uuid() where id = $1`, [stale]);
});

it('refuses to publish what changed since it was made, and says what differs', async () => {
  await twoMonths();
  const table = await proposed();
  await owner.query(
    `update payment_line set state = 'failed', changed_at = now()
     where id = (select max(l.id) from payment_line l join payment_run r on r.id = l.run_id where r.month = '2026-09' and l.state = 'paid')`,
  );
  const refused = await decide('publish', table.id);
  expect(refused).toMatchObject({ status: 422, body: { code: 'refused' } });
  expect(refused.body['detail']).toMatch(/账册当月2400\.00元/);
  expect((await decide('reject', table.id)).status).toBe(200);
});

it('waits for the bank: a month with unanswered lines has no table', async () => {
  const waiting = await caseIdOf(owner, TWO, 3);
  await goThrough(worker, await openRun(worker, '2026-09'), ({ caseId }) => ({
    state: caseId === waiting ? 'sent' : 'paid',
  }));
  const refused = await propose();
  expect(refused.status).toBe(422);
  expect(refused.body['detail']).toMatch(/还有2笔没有回盘结果/);
});

it('waits for every list of the month: what is drawn and not released is no month of zeros', async () => {
  await goThrough(worker, await openRun(worker, '2026-08'), () => ({ state: 'paid' }));
  const drawn = await openRun(worker, '2026-09');
  expect((await propose()).body['detail']).toMatch(/^2026年9月还有1批没有支付/);
  await worker.prisma.paymentRun.update({ where: { id: drawn }, data: { state: 'cancelled' } });
  expect((await propose()).body['detail']).toMatch(/^2026年9月没有已到账的金额/);
});

it('counts a household whose class nobody wrote down in the class that the rules gave it', async () => {
  const caseId = await caseIdOf(owner, ONE, 4);
  await decidedByRules(worker, caseId, 'B');
  await goThrough(worker, await openRun(worker, '2026-08'), () => ({ state: 'paid' }));
  const [classes] = (await proposed({ month: '2026-08' })).sections;
  expect(classes?.rows.map(({ label, households }) => `${label} ${households}`)).toEqual([
    '农村B类 1',
    '农村(未分类) 7',
  ]);
});

it('leaves as PDF and XLSX with the same figures', async () => {
  await twoMonths();
  const { id } = await proposed();
  const params = { disclosureId: id };
  const pdf = await api.call('printDisclosure', { token: maker, params });
  expect(pdf.status).toBe(200);
  const words = textOf(pdf.bytes!);
  for (const said of ['户均', '人次', '2700.00', '337.50', '4800.00'])
    expect(words.replaceAll(/\s/g, '')).toContain(said);
  const book = new ExcelJS.Workbook();
  const xlsx = await api.call('exportDisclosure', { token: maker, params });
  await book.xlsx.load(xlsx.bytes! as unknown as ArrayBuffer);
  const rows: unknown[][] = [];
  book.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  expect(rows[0]).toEqual(expect.arrayContaining(['户均（元/户）', '次均（元/人次）']));
  expect(rows.at(-1)).toEqual(['分乡镇(街道)', '合计', 8, 8, 9, 2700, 337.5, 337.5, 300, 16, 4800]);
});

describe('the list of a month', () => {
  it('names who was paid, how many members and how much, in one township and for the public masked', async () => {
    await twoMonths();
    const minor = await caseIdOf(owner, ONE, 2);
    await owner.query(
      `update person set birth_date = '2012-01-01' where id = (select applicant_id from "case" where id = $1)`,
      [minor],
    );
    const clerk = await api.as('townshipClerk', ONE);
    const query = { division: ONE, month: '2026-09' };
    const words = JSON.stringify((await api.call('readPaymentList', { token: clerk, query })).body);
    expect(words).toContain('住户1之1');
    expect(words).toContain('600.00');
    expect(words).not.toContain('住户1之2');
    expect((await api.call('printPaymentList', { token: clerk, query })).bytes?.subarray(0, 5).toString()).toBe(
      '%PDF-',
    );
    expect((await api.call('readPaymentList', { token: clerk, query: { ...query, division: TWO } })).status).toBe(403);

    const shown = await api.call('listPaidHouseholds', { query: { division: ONE } });
    expect(shown.body).toMatchObject({ month: '2026-09', months: ['2026-09', '2026-08'] });
    const recipients = shown.body['recipients'] as { applicant: string | null; people: number; amount: string }[];
    expect(recipients).toHaveLength(4);
    expect(recipients.filter(({ applicant }) => applicant === null)).toHaveLength(1);
    expect(JSON.stringify(recipients)).not.toContain('住户1之1');
    expect(recipients.map(({ amount }) => amount).sort()).toEqual(['300.00', '300.00', '300.00', '600.00']);
    expect((await api.call('listPaidHouseholds', { query: { division: COUNTY } })).body['recipients']).toEqual([]);
  });
});

it('is read by a township, made and decided by the county alone', async () => {
  await twoMonths();
  const { id } = await proposed();
  const clerk = await api.as('townshipClerk', ONE);
  expect((await api.call('readDisclosure', { token: clerk, params: { disclosureId: id } })).status).toBe(200);
  expect((await propose({ reason: '试一试' }, clerk)).status).toBe(403);
  expect((await decide('publish', id, clerk)).status).toBe(403);
  const stranger = await api.as('countyApprover', '530502');
  expect((await api.call('readDisclosure', { token: stranger, params: { disclosureId: id } })).status).toBe(404);
  expect((await decide('publish', id, stranger)).status).toBe(404);
});
