import { Client } from 'pg';
import { figuresOf, plainRule } from '../../bench/eligibility/plain-rule';
import { makeHouseholds } from '../../bench/eligibility/households';
import { seedHouseholds, type Seeded } from '../../bench/uplift/seed';
import { startOfDay } from '../../domain/civil-date';
import { yuanFromFen } from '../../domain/money';
import { createJob, reportOf } from '../../activities/import/job';
import { runImport } from '../../activities/import/run-import';
import { createStore, type Store } from '../../store/client';
import { createRulebook } from '../../store/rulebook';
import { testKeyRing } from '../support/key-ring';
import { startApi, type Api } from '../api/support/api';
import { advance, resultsOf, runOf } from './support';

const JULY = '2022-07-01';
const COUNT = 600;
const TOWNSHIPS = ['530581001', '530581002'];

let api: Api;
let worker: Store;
let maker: string;
let approver: string;
let clerk: string;
let seeded: Seeded[];
beforeAll(async () => {
  api = await startApi({ startAt: Date.parse('2022-06-20T02:00:00Z') });
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  const owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  const plan = { households: makeHouseholds(COUNT, 20_220_701), townships: TOWNSHIPS, from: 0, count: COUNT };
  seeded = [];
  for await (const some of seedHouseholds(owner, worker.cipher, plan)) seeded.push(...some);
  await owner.end();
  [maker, approver, clerk] = [
    await api.as('countyReviewer', '530581'),
    await api.as('countyApprover', '530581'),
    await api.as('townshipClerk', '530581001'),
  ];
});
afterAll(async () => {
  await worker.close();
  await api.stop();
});

/** The plain rule knows ages, not birthdays. */
const plainly = ({ input }: Seeded, figures: Parameters<typeof plainRule>[1]) =>
  plainRule(
    { ...input, members: input.members.map((one) => ({ ...one, age: 2022 - Number(one.birthDate!.slice(0, 4)) })) },
    figures,
  );
const july = figuresOf(700, 5343, { A: 400, B: 330, C: 260 });

interface Expected {
  readonly class: string;
  readonly newFen: bigint;
}

const expectedOf = (one: Seeded, figures: typeof july): Expected | undefined => {
  const newFen = BigInt(plainly(one, figures).monthly);
  const marginal = plainly(one, figuresOf(670, 5000, { A: 400, B: 330, C: 260 })).eligibility === 'marginalHousehold';
  if (one.oldFen === 0n) return marginal && newFen > 0n ? { class: 'new', newFen } : undefined;
  const kind = newFen === 0n ? 'fall' : newFen > one.oldFen ? 'gain' : newFen < one.oldFen ? 'decrease' : 'same';
  return { class: kind, newFen };
};

const start = (token = maker, body: object = {}) =>
  api.call('startUplift', { token, body: { division: '530581', from: JULY, ...body } });

describe('a dry run of a county', () => {
  let runId: string;

  it('is started once for a place and day, by the county, for the first of a month', async () => {
    expect((await start(clerk)).status).toBe(403);
    expect((await start(maker, { division: '530582' })).status).toBe(403);
    expect((await start(maker, { from: '2022-07-15' })).body).toMatchObject({ fields: [{ path: 'from' }] });
    const [one, two] = await Promise.all([start(), start()]);
    expect([one.status, two.status].sort()).toEqual([201, 409]);
    runId = String((one.status === 201 ? one : two).body['id']);
    expect((await api.sql(`select payload ->> 'runId' as id from outbox where kind = 'uplift'`)).rows).toEqual([
      { id: runId },
    ]);
    expect((await start(await api.as('supervisor', '5305'), { division: '5305' })).status).toBe(409);
  });

  // @clause 三(二) who gains, falls out, is new, against an independent reckoning
  it('comes to what a plain rule of the same day comes to, household by household', async () => {
    await advance(worker, runId, Date.parse('2022-06-20T02:01:00Z'));
    const results = await resultsOf(worker, runId);
    const expected = new Map(
      seeded.flatMap((one) => {
        const told = expectedOf(one, july);
        return told ? [[one.caseId, told] as const] : [];
      }),
    );
    expect([...results].map(([caseId, row]) => [caseId, row.class, row.newFen]).sort()).toEqual(
      [...expected].map(([caseId, told]) => [caseId, told.class, told.newFen]).sort(),
    );
    const classes = new Set([...expected.values()].map((told) => told.class));
    expect([...classes].sort()).toEqual(expect.arrayContaining(['gain', 'new', 'same']));
  });

  it('adds up by county, a month and to the end of the year', async () => {
    const { body } = await api.call('readUplift', { token: maker, params: { runId } });
    const mine = seeded.filter(({ oldFen }) => oldFen > 0n);
    expect(body).toMatchObject({ uplift: { state: 'reviewing', total: mine.length, reckoned: mine.length } });
    const gains = mine
      .map((one) => ({ one, told: expectedOf(one, july)! }))
      .filter(({ told }) => told.class === 'gain');
    const more = gains.reduce((sum, { one, told }) => sum + told.newFen - one.oldFen, 0n);
    const told = (body['total'] as { class: string }[]).find((row) => row.class === 'gain');
    expect(told).toMatchObject({
      cases: gains.length,
      difference: yuanFromFen(more),
      differenceYearEnd: yuanFromFen(more * 6n),
    });
    expect(body['counties']).toMatchObject([{ county: '530581', name: '腾冲市' }]);
  });

  it('shows a township its own households, page by page, and an administrator none', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit: '50', ...(cursor ? { cursor } : {}) };
      const { body } = await api.call('listUpliftCases', { token: clerk, params: { runId }, query });
      const page = body as unknown as { cases: { caseId: string; division: string }[]; next: string | null };
      expect(page.cases.every(({ division }) => division.startsWith('530581001'))).toBe(true);
      seen.push(...page.cases.map(({ caseId }) => caseId));
      cursor = page.next;
    } while (cursor);
    const own = [...(await resultsOf(worker, runId)).values()].filter(({ division }) =>
      division.startsWith('530581001'),
    );
    expect(seen.sort()).toEqual(own.map(({ caseId }) => caseId).sort());
    const administrator = await api.as('administrator', '530581');
    expect((await api.call('listUpliftCases', { token: administrator, params: { runId } })).status).toBe(403);
    const next = await api.as('countyReviewer', '530582');
    expect((await api.call('readUplift', { token: next, params: { runId } })).status).toBe(404);
  });

  it('is approved by another than its maker, after every drawn case was found right', async () => {
    const sample = (await api.call('listUpliftSample', { token: maker, params: { runId } })).body['sample'] as {
      case: { caseId: string };
    }[];
    expect(sample.length).toBeGreaterThanOrEqual(3);
    const approve = (token: string) =>
      api.call('approveUplift', { token, params: { runId }, body: { note: '同意执行' } });
    expect((await approve(approver)).body).toMatchObject({ code: 'refused' });
    const verdict = (caseId: string, body: object) =>
      api.call('recordUpliftVerdict', { token: maker, params: { runId, caseId }, body });
    expect((await verdict(sample[0]!.case.caseId, { verdict: 'wrong' })).status).toBe(400);
    for (const { case: one } of sample) expect((await verdict(one.caseId, { verdict: 'right' })).status).toBe(200);
    await verdict(sample[0]!.case.caseId, { verdict: 'wrong', note: '收入漏记' });
    expect((await approve(approver)).body).toMatchObject({ detail: expect.stringContaining('1户有误') as string });
    await verdict(sample[0]!.case.caseId, { verdict: 'right', note: '已核对' });
    const own = await api.as('countyApprover', '530581');
    expect((await approve(maker)).status).toBe(403);
    expect((await approve(clerk)).status).toBe(403);
    const both = await Promise.all([approve(approver), approve(own)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await runOf(worker, runId)).state).toBe('approved');
  });

  it('is never approved by who made it, and can be given up until it begins', async () => {
    const august = String((await start(approver, { from: '2022-08-01' })).body['id']);
    await advance(worker, august, Date.parse('2022-06-20T03:00:00Z'));
    await api.sql(`update uplift_sample set verdict = 'right' where run_id = '${august}'`);
    const params = { runId: august };
    const refused = await api.call('approveUplift', { token: approver, params, body: { note: '同意执行' } });
    expect(refused).toMatchObject({ status: 403, body: { detail: expect.stringContaining('另一人') as string } });
    const cancel = () => api.call('cancelUplift', { token: approver, params, body: { reason: '标准有调整' } });
    expect((await cancel()).body).toMatchObject({ state: 'cancelled', note: '标准有调整' });
    expect((await cancel()).status).toBe(409);
    expect((await start(approver, { from: '2022-08-01' })).status).toBe(201);
  });

  it('hands households that the new line takes in to their townships, which settle each once', async () => {
    // The cases themselves have no engine here: what is written of them is tested with one (apply.test.ts).
    await api.sql(`update uplift_result set state = 'kept' where run_id = '${runId}' and class <> 'new'`);
    await advance(worker, runId, startOfDay(JULY) + 1000);
    expect((await runOf(worker, runId)).state).toBe('done');
    const list = async () =>
      (await api.call('listUpliftLeads', { token: clerk, params: { runId } })).body['leads'] as {
        caseId: string;
        division: string;
      }[];
    const leads = await list();
    const expected = seeded.filter(
      (one) => one.input.division.startsWith('530581001') && expectedOf(one, july)?.class === 'new',
    );
    expect(leads.map(({ caseId }) => caseId).sort()).toEqual(expected.map(({ caseId }) => caseId).sort());
    const settle = () =>
      api.call('settleUpliftLead', {
        token: clerk,
        params: { runId, caseId: leads[0]!.caseId },
        body: { outcome: 'applied', note: '已上门,当日受理' },
      });
    expect((await settle()).body).toMatchObject({ outcomeLabel: '已申请' });
    expect((await settle()).status).toBe(409);
    expect(await list()).toHaveLength(leads.length - 1);
  });
});

describe('what if', () => {
  const ask = (body: object, token = maker) =>
    api.call('askWhatIf', {
      token,
      key: null,
      body: { area: '530581', category: 'urban', value: '760', from: JULY, ...body },
    });

  it('answers by the same rules for any area in reach, and touches nothing', async () => {
    const before = await api.sql(
      `select (select count(*) from uplift_result) + (select count(*) from parameter_entry) as n`,
    );
    const { status, body } = await ask({});
    expect(status).toBe(200);
    const urban = seeded.filter(({ input }) => input.area === 'urban');
    const figures = figuresOf(760, 5343, { A: 400, B: 330, C: 260 });
    const told = urban.flatMap((one) => expectedOf(one, figures) ?? []).filter(({ newFen }) => newFen > 0n);
    const monthly = told.reduce((sum, { newFen }) => sum + newFen, 0n);
    const now = urban.reduce((sum, { oldFen }) => sum + oldFen, 0n);
    expect(body['total']).toMatchObject({
      households: told.length,
      monthly: yuanFromFen(monthly),
      yearEnd: yuanFromFen(monthly * 6n),
      difference: yuanFromFen(monthly - now),
    });
    expect(
      (await api.sql(`select (select count(*) from uplift_result) + (select count(*) from parameter_entry) as n`)).rows,
    ).toEqual(before.rows);
    const township = await ask({ area: '530581001' });
    expect((township.body['total'] as { households: number }).households).toBeLessThan(told.length);
  });

  it('answers for 特困 people by their own standard, and for 低保 without them', async () => {
    const before = (await ask({})).body['total'];
    const nobody = await ask({ category: 'tekun', value: '1000' });
    expect(nobody.body['total']).toMatchObject({ households: 0, monthly: '0.00' });
    const bytes = Buffer.from(
      [
        '户编号,救助类型,行政区划代码,城乡,姓名,身份证号,与申请人关系,享受起始月,月保障金额',
        'TK1,特困,530581001002,城市,段守田,539900194503010016,本人,2021-08,',
        'TK1,特困,530581001002,城市,段守山,539900194803010018,兄弟姐妹,,',
        'TK2,特困,530581001002,农村,李集中,539900195005010018,本人,2021-08,1050',
      ].join('\n'),
    );
    const deps = { store: worker, rulebook: createRulebook(), now: () => Date.parse('2022-06-20T02:00:00Z') };
    const job = await createJob(deps, bytes, { fileName: 'x.csv', division: '530581', onDate: '2022-06-20' });
    await runImport(deps, job, bytes);
    expect((await reportOf(deps, job)).kept).toBe(2);
    const { body } = await ask({ category: 'tekun', value: '1000' });
    // Two of 858 rise to 1000; who is paid 1050 stays.
    expect(body['total']).toMatchObject({ households: 2, persons: 3, monthly: '3050.00', difference: '284.00' });
    expect((await ask({})).body['total']).toEqual(before);
  });

  it('refuses other areas and unknown amounts', async () => {
    expect((await ask({ area: '530582' })).body).toMatchObject({ fields: [{ path: 'area' }] });
    expect((await ask({ value: '七百' })).status).toBe(400);
    expect((await ask({}, clerk)).status).toBe(403);
  });
});
