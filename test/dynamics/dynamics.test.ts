import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { tickDynamics } from '../../activities/dynamics/tick';
import { initialState } from '../../domain/lifecycle/state';
import { createStore, type Store } from '../../store/client';
import { createRulebook } from '../../store/rulebook';
import { startApi, type Api } from '../api/support/api';
import { caseIdOf, populate } from '../payments/support/population';
import { testKeyRing } from '../support/key-ring';

/** @clause 一(二) every month each township has the list of whom the next month changes, decides and signs it */
const [ONE, TWO] = ['530581001', '530581002'] as const;

let api: Api;
let worker: Store;
let owner: Client;
let clerk: string;
let head: string;
beforeEach(async () => {
  api = await startApi({ startAt: Date.parse('2026-10-05T02:00:00Z') });
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  await populate(owner, { townships: [ONE, TWO], count: 5, fromMonth: '2026-08' });
  for (const { id, division } of await worker.prisma.case.findMany({ select: { id: true, division: true } })) {
    const snapshot = { ...initialState(id, 'dibao', division, 'engine'), stage: 'benefiting' };
    await worker.prisma.case.update({ where: { id }, data: { snapshot: snapshot as object } });
  }
  [clerk, head] = [await api.as('townshipClerk', ONE), await api.as('townshipApprover', ONE)];
});
afterEach(async () => {
  await Promise.all([worker.close(), owner.end()]);
  await api.stop();
});

const tick = (date: string) => tickDynamics({ store: worker, rulebook: createRulebook() }, date);
const lists = (township: string) =>
  worker.prisma.dynamicsList.findMany({ where: { township }, orderBy: { month: 'asc' } });
const born = async (n: number, birthDate: string): Promise<string> => {
  const caseId = await caseIdOf(owner, ONE, n);
  await owner.query(`update person set birth_date = $2 where id = (select applicant_id from "case" where id = $1)`, [
    caseId,
    birthDate,
  ]);
  return caseId;
};
const deadline = async (n: number, kind: string, dueAt: string): Promise<string> => {
  const caseId = await caseIdOf(owner, ONE, n);
  const text = { unit: 'months', clause: '', explanation: '' };
  await worker.prisma.deadline.create({
    data: { id: randomUUID(), caseId, owner: 'stage', kind, fromDate: '2026-01-01', dueAt: new Date(dueAt), ...text },
  });
  return caseId;
};
const memberFact = async (n: number, level: string, more: object = {}): Promise<void> => {
  const {
    id: caseId,
    householdId,
    applicantId: personId,
  } = await worker.prisma.case.findUniqueOrThrow({
    where: { id: await caseIdOf(owner, ONE, n) },
  });
  const id = randomUUID();
  const content = { id: personId, student: { level } };
  const contentEnc = new Uint8Array(worker.cipher.sealJson('fact', 'content_enc', id, content));
  const dated = { validFrom: '2020-01-01', recordedAt: new Date('2020-01-01') };
  await worker.prisma.fact.create({
    data: { id, caseId, householdId, personId, kind: 'member', contentEnc, ...dated, ...more },
  });
};

interface View {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly undecided: number;
  readonly mySign: string | null;
  readonly list: readonly {
    readonly id: string;
    readonly kind: string;
    readonly onDate: string;
    readonly caseId: string;
  }[];
}
const read = async (id: string, token = clerk): Promise<View> =>
  (await api.call('readDynamicsList', { token, params: { listId: id } })).body as unknown as View;
const decide = async (listId: string, itemId: string, body: object, token = clerk) =>
  api.call('decideDynamicsItem', {
    token,
    params: { listId, itemId },
    body: { expectedVersion: (await read(listId)).version, ...body },
  });
const step = async (
  name: 'submitDynamicsList' | 'signDynamicsList' | 'returnDynamicsList',
  listId: string,
  token: string,
) => api.call(name, { token, params: { listId }, body: { expectedVersion: (await read(listId)).version } });

it('lists whom the coming month changes, with the day, and nobody else', async () => {
  await born(1, '2010-11-05');
  await born(2, '2008-11-30');
  await born(3, '1966-11-01');
  await born(4, '2010-12-01');
  await deadline(4, 'recheck', '2026-11-30T16:00:00Z');
  await deadline(5, 'recheck', '2026-12-01T16:00:00Z');
  await deadline(5, 'gradualExit', '2026-11-15T16:00:00Z');
  await memberFact(5, 'primary', { validTo: '2026-11-20' });
  await tick('2026-10-01');
  const [list] = await lists(ONE);
  expect(list).toMatchObject({ month: '2026-10', state: 'open', openedOn: '2026-10-01', dueOn: '2026-10-20' });
  const { list: items } = await read(list!.id);
  expect(items.map(({ kind, onDate }) => [kind, onDate])).toEqual([
    ['exitEnds', '2026-11-15'],
    ['expires', '2026-11-20'],
    ['recheckDue', '2026-11-30'],
    ['turns16', '2026-11-05'],
    ['turns18', '2026-11-30'],
    ['turns60', '2026-11-01'],
  ]);
});

it('lists who leaves school by level and age, before the holidays alone', async () => {
  await born(1, '2008-03-01');
  await memberFact(1, 'seniorSecondary');
  await born(2, '2010-03-01');
  await memberFact(2, 'seniorSecondary');
  await born(3, '2004-08-01');
  await memberFact(3, 'undergraduate');
  await tick('2026-06-01');
  const [june] = await lists(ONE);
  const items = await worker.prisma.dynamicsItem.findMany({ where: { listId: june!.id } });
  expect(items.map(({ kind, onDate }) => [kind, onDate])).toEqual(Array(2).fill(['leavesSchool', '2026-07-01']));
  expect(items.map(({ caseId }) => caseId).sort()).toEqual(
    [await caseIdOf(owner, ONE, 1), await caseIdOf(owner, ONE, 3)].sort(),
  );
  await tick('2026-07-01');
  const july = (await lists(ONE))[1]!;
  expect(await worker.prisma.dynamicsItem.count({ where: { listId: july.id, kind: 'leavesSchool' } })).toBe(0);
});

it('makes each list once, however often and at once the tick comes, and makes good the months that were missed', async () => {
  await born(1, '2010-10-09');
  await Promise.all([tick('2026-08-02'), tick('2026-08-02')]);
  await tick('2026-08-03');
  expect((await lists(ONE)).map(({ month }) => month)).toEqual(['2026-08']);
  expect((await lists(TWO)).map(({ month }) => month)).toEqual(['2026-08']);
  await tick('2026-11-05');
  const all = await lists(ONE);
  expect(all.map(({ month, openedOn, dueOn }) => [month, openedOn, dueOn])).toEqual([
    ['2026-08', '2026-08-02', '2026-08-20'],
    ['2026-09', '2026-11-05', '2026-11-15'],
    ['2026-10', '2026-11-05', '2026-11-15'],
    ['2026-11', '2026-11-05', '2026-11-20'],
  ]);
  // Who turned 16 in October stands in the list of September that was missed.
  expect(await worker.prisma.dynamicsItem.findMany({ where: { kind: 'turns16' } })).toMatchObject([
    { listId: all[1]!.id, onDate: '2026-10-09' },
  ]);
});

it('reports a late list level by level, with nobody touching anything, and never a signed one', async () => {
  await tick('2026-10-01');
  const level = async () => (await lists(ONE))[0]!.level;
  for (const [date, reached] of [
    ['2026-10-20', 0],
    ['2026-10-21', 1],
    ['2026-10-23', 2],
    ['2026-10-24', 2],
    ['2026-10-25', 3],
  ] as const) {
    await tick(date);
    expect([date, await level()]).toEqual([date, reached]);
  }
  const two = await api.as('townshipApprover', TWO);
  const list = (await lists(TWO))[0]!;
  await owner.query(`update dynamics_list set level = 0`);
  await owner.query(
    `update dynamics_list set state = 'signed', submitted_by = gen_random_uuid(), signed_by = gen_random_uuid() where id = $1`,
    [list.id],
  );
  await tick('2026-10-26');
  expect((await lists(TWO))[0]!.level).toBe(0);
  expect((await read(list.id, two)).state).toBe('signed');
});

it('is decided item by item, submitted, and signed by another person; the report comes out of it', async () => {
  await born(1, '2008-11-30');
  await deadline(2, 'recheck', '2026-11-20T16:00:00Z');
  await tick('2026-10-01');
  const { id } = (await lists(ONE))[0]!;
  const [recheck, turns] = (await read(id)).list;
  expect((await step('submitDynamicsList', id, clerk)).body['detail']).toMatch(/还有2项没有决定/);
  expect((await decide(id, turns!.id, { decision: 'note' })).body['fields']).toEqual([
    { path: 'note', message: '请写明核实的情况' },
  ]);
  expect((await decide(id, turns!.id, { decision: 'noChange' }, head)).status).toBe(403);
  expect((await decide(id, turns!.id, { decision: 'noChange' })).status).toBe(200);
  expect((await decide(id, recheck!.id, { decision: 'matter', note: '按期复核' })).status).toBe(200);
  expect((await decide(id, recheck!.id, { decision: 'noChange' })).body['code']).toBe('actionNotAllowed');
  expect((await step('signDynamicsList', id, head)).body['detail']).toMatch(/尚未提交/);
  expect((await step('submitDynamicsList', id, clerk)).status).toBe(200);
  expect((await decide(id, turns!.id, { decision: 'noChange' })).body['code']).toBe('actionNotAllowed');
  expect((await step('signDynamicsList', id, clerk)).status).toBe(403);
  const both = await Promise.all([step('signDynamicsList', id, head), step('signDynamicsList', id, head)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await read(id)).state).toBe('signed');
  const county = await api.as('countyReviewer', '530581');
  const report = await api.call('readDynamicsReport', { token: county, params: { month: '2026-10' }, query: {} });
  expect(report.body).toMatchObject({
    lists: 2,
    signed: 1,
    total: { total: 2, noChange: 1, matter: 1, note: 0, undecided: 0 },
  });
});

it('hands the matter to the engine once, with the decision or not at all', async () => {
  const caseId = await deadline(2, 'recheck', '2026-11-20T16:00:00Z');
  await tick('2026-10-01');
  const { id } = (await lists(ONE))[0]!;
  const [item] = (await read(id)).list;
  const version = (await read(id)).version;
  const body = { expectedVersion: version, decision: 'matter', note: '按期复核' };
  const call = () => api.call('decideDynamicsItem', { token: clerk, params: { listId: id, itemId: item!.id }, body });
  const both = await Promise.all([call(), call()]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const commands = await worker.prisma.outbox.findMany({ where: { kind: 'command', caseId } });
  expect(commands.map(({ payload }) => (payload as { command: object }).command)).toMatchObject([
    {
      action: 'openMatter',
      owner: 'stage',
      matter: { kind: 'recheck' },
      actor: { role: 'townshipClerk', division: ONE },
    },
  ]);
  const kept = await worker.prisma.dynamicsItem.findUniqueOrThrow({ where: { id: item!.id } });
  expect(kept).toMatchObject({ decision: 'matter', matterKind: 'recheck' });
});

it('refuses a matter that the case cannot take, and signing by who decided, in the database too', async () => {
  await deadline(2, 'gradualExit', '2026-11-20T16:00:00Z');
  await tick('2026-10-01');
  const { id } = (await lists(ONE))[0]!;
  const [item] = (await read(id)).list;
  expect((await decide(id, item!.id, { decision: 'matter', note: '期满' })).body['detail']).toMatch(/由系统自动办理/);
  await expect(owner.query(`update dynamics_list set state = 'submitted' where id = $1`, [id])).rejects.toThrow(
    /undecided/,
  );
  await decide(id, item!.id, { decision: 'note', note: '已告知家庭' });
  const { decidedBy } = await worker.prisma.dynamicsItem.findUniqueOrThrow({ where: { id: item!.id } });
  await expect(
    owner.query(`update dynamics_list set state = 'signed', signed_by = $2 where id = $1`, [id, decidedBy]),
  ).rejects.toThrow(/another person signs/);
});

it('shows a list to its township and above, and to no other', async () => {
  await tick('2026-10-01');
  const { id } = (await lists(ONE))[0]!;
  const other = await api.as('townshipClerk', TWO);
  expect((await api.call('readDynamicsList', { token: other, params: { listId: id } })).status).toBe(404);
  const seen = async (token: string) =>
    ((await api.call('listDynamics', { token, query: {} })).body['items'] as { township: string }[]).map(
      ({ township }) => township,
    );
  expect(await seen(other)).toEqual([TWO]);
  expect(await seen(await api.as('supervisor', '5305'))).toEqual([ONE, TWO]);
});
