import { randomUUID } from 'node:crypto';
import type { ApplicationInput } from '../../../api/cases/application/schema';
import type { CaseAnswer } from '../../../api/cases/views/schema';
import { startCaseApi, TOWNSHIP, type CaseApi } from '../support/case-api';
import type { Got } from '../support/client';

let world: CaseApi;
beforeAll(async () => {
  world = await startCaseApi();
});
afterAll(() => world.close());

const submit = (application: unknown, more: { token?: string; key?: string } = {}): Promise<Got> =>
  world.api.call('submitCase', {
    token: more.token ?? world.team.clerk,
    ...(more.key ? { key: more.key } : {}),
    body: { application },
  });
const pathsOf = ({ body }: Got): string[] => ((body['fields'] ?? []) as { path: string }[]).map(({ path }) => path);
const count = async (table: string): Promise<number> =>
  Number((await world.api.sql(`select count(*)::int n from ${table}`)).rows[0]!['n']);

describe('an application', () => {
  it('becomes a case with a number, a receipt, a running limit and the actions possible now', async () => {
    const got = await submit(world.application());
    const view = got.body as unknown as CaseAnswer;
    expect(got.status).toBe(201);
    expect(view.number).toMatch(/^530581-\d{4}-\d{6}$/);
    expect(view).toMatchObject({
      stage: { id: 'submitted', version: 1 },
      registered: true,
      provinceStage: '受理',
      memberCount: 2,
    });
    expect(view.deadlines.map(({ kind, state }) => [kind, state])).toEqual([['completenessCheck', 'running']]);
    expect(view.deadlines[0]!.waitingFor).toContain('审查材料');
    expect(view.actions.filter(({ possible }) => possible).map(({ action }) => action)).toContain('accept');
    expect(view.members.map(({ idNumberMasked }) => idNumberMasked)).toEqual([
      expect.stringMatching(/^539\*{11}\d{3}[\dX]$/),
      expect.stringMatching(/^\d{3}\*{11}\d{3}[\dX]$/),
    ]);
    const letters = await world.api.call('listLetters', { token: world.team.clerk, params: { caseId: view.id } });
    expect(letters.body).toMatchObject({ letters: [{ kind: 'receipt' }] });
  });

  it('is one case when it is sent twice with the same key, also at the same moment', async () => {
    const [application, key] = [world.application(), randomUUID()];
    const before = await count('"case"');
    const answers = await Promise.all([1, 2, 3].map(() => submit(application, { key })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
    expect(await count('"case"')).toBe(before + 1);
    const other = await submit(world.application(), { key });
    expect(other.body).toMatchObject({ status: 422, code: 'idempotencyKeyReused' });
  });

  it('keeps numbers out of the facts, and names what each member is like by the person', async () => {
    const view = await world.submit();
    const facts = await world.api.call('readFacts', { token: world.team.clerk, params: { caseId: view.id } });
    const list = facts.body['facts'] as { kind: string; personId: string; content: Record<string, unknown> }[];
    expect(list.map(({ kind }) => kind).sort()).toEqual(['income', 'member', 'member']);
    const members = list.filter(({ kind }) => kind === 'member');
    for (const { personId, content } of members) {
      expect(content['id']).toBe(personId);
      expect(Object.keys(content)).not.toEqual(expect.arrayContaining(['name', 'idNumber', 'birthDate']));
    }
    expect(list.find(({ kind }) => kind === 'income')!.content['member']).toBe(view.members[0]!.personId);
  });

  it('gives numbers without gaps to many at once', async () => {
    const views = await Promise.all(Array.from({ length: 5 }, () => world.submit()));
    const numbers = views.map(({ number }) => Number(number.slice(-6))).sort((a, b) => a - b);
    expect(numbers.at(-1)! - numbers[0]!).toBe(4);
  });
});

describe('what is wrong with an application', () => {
  const wrongs: readonly (readonly [string, (application: ApplicationInput) => unknown, string])[] = [
    ['no promise', (application) => ({ ...application, promise: false }), 'application.promise'],
    ['no members', (application) => ({ ...application, members: [] }), 'application.members'],
    ['an applicant who is no member', (application) => ({ ...application, applicant: 'm9' }), 'application.applicant'],
    [
      'a wrong check digit',
      (application) => change(application, { idNumber: '539900197505150010' }),
      'application.members[0].idNumber',
    ],
    [
      'nothing to know a member by',
      (application) => change(application, { idNumber: undefined }),
      'application.members[0].birthDate',
    ],
    [
      'the same number twice',
      (application) => change(application, { idNumber: application.members[1]!.idNumber }),
      'application.members[1].idNumber',
    ],
    [
      'an income of nobody',
      (application) => ({ ...application, incomes: [{ member: 'm7', kind: 'wage', amount: '1' }] }),
      'application.incomes[0].member',
    ],
    [
      'a place that does not exist',
      (application) => ({ ...application, division: '530581999' }),
      'application.division',
    ],
    ['a place of another office', (application) => ({ ...application, division: '530581002' }), 'application.division'],
    [
      'a single person who is not named',
      (application) => ({ ...application, beneficiaryScope: 'singlePerson' }),
      'application.beneficiary',
    ],
    [
      'a delegate without paper',
      (application) => ({ ...application, applyingThrough: 'delegate' }),
      'application.delegation',
    ],
    [
      'a relative who is unknown',
      (application) => ({
        ...application,
        relatives: [{ member: 'm1', staffLogin: 'nobody.at.all', relativeName: '某', post: '经办', relation: '兄' }],
      }),
      'application.relatives[0].staffLogin',
    ],
    [
      'a linked case that is not here',
      (application) => ({ ...application, linkedCaseId: randomUUID() }),
      'application.linkedCaseId',
    ],
    ['a misspelt field', (application) => ({ ...application, adress: '某处' }), 'application.adress'],
  ];
  const change = (application: ApplicationInput, member: object) => ({
    ...application,
    members: application.members.map((one, index) =>
      index === 0 ? JSON.parse(JSON.stringify({ ...one, ...member })) : one,
    ),
  });

  it.each(wrongs)('%s is told at its path, and nothing is filed', async (_name, spoil, path) => {
    const before = await Promise.all([count('"case"'), count('person')]);
    const got = await submit(spoil(world.application()));
    expect(got.status).toBe(400);
    expect(pathsOf(got)).toContain(path);
    expect(await Promise.all([count('"case"'), count('person')])).toEqual(before);
  });

  it('who is in an open case is not in a second one: the other number, with a link where it is in sight', async () => {
    const application = world.application();
    const first = (await submit(application)).body as unknown as CaseAnswer;
    const again = await submit(application);
    expect(again.body).toMatchObject({
      status: 409,
      code: 'duplicateApplication',
      cases: [{ number: first.number, link: `/api/v1/cases/${first.id}` }],
    });
    const elsewhere = await submit(
      { ...application, division: '530381001' },
      { token: await world.api.as('townshipClerk', '530381001') },
    );
    expect(elsewhere.body).toMatchObject({ status: 409, code: 'duplicateApplication' });
    const cases = elsewhere.body['cases'] as Record<string, unknown>[];
    expect(cases).toEqual([{ number: first.number, division: expect.stringMatching(/^530581001/) as string }]);
  });

  it('of two offices filing the same person at once, one wins', async () => {
    const application = world.application();
    const token = await world.api.as('townshipClerk', '530381001');
    const both = await Promise.all([submit(application), submit({ ...application, division: '530381001' }, { token })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('a person known under another name keeps it, and the difference is told on the case', async () => {
    const application = world.application();
    const first = (await submit(application)).body as unknown as CaseAnswer;
    await world.act(world.team.clerk, first.id, 'withdraw', { reason: '家庭自愿撤回', writtenOn: '2026-01-01' });
    const renamed = {
      ...application,
      members: application.members.map((one, index) => (index === 1 ? { ...one, name: '改名某' } : one)),
    };
    const second = (await submit({ ...renamed, linkedCaseId: first.id })).body as unknown as CaseAnswer;
    expect(second.linkedCaseId).toBe(first.id);
    expect(second.notes).toEqual([expect.stringContaining('改名某')]);
    expect(second.members.map(({ name }) => name)).not.toContain('改名某');
  });
});

describe('who may file', () => {
  it('a declared relative is locked out of the case and does not find it in lists', async () => {
    const { rows } = await world.api.sql(`select login from staff where id = '${world.idOf('colleague')}'`);
    const view = await world.submit({
      relatives: [
        { member: 'm1', staffLogin: String(rows[0]!['login']), relativeName: '某亲属', post: '经办', relation: '兄弟' },
      ],
    });
    expect(view.forcedVisit).toEqual(['relative']);
    const seen = await world.api.call('readCase', { token: world.team.colleague, params: { caseId: view.id } });
    expect(seen.body).toMatchObject({ status: 403, code: 'relativeLockedOut' });
    const search = { body: { text: view.number } };
    expect((await world.api.call('searchCases', { token: world.team.colleague, ...search })).body['items']).toEqual([]);
    expect((await world.api.call('searchCases', { token: world.team.clerk, ...search })).body['items']).toHaveLength(1);
  });

  it('with the engine’s worker away the case is accepted all the same, and started later', async () => {
    const other = await startCaseApi({ working: false, stepPatienceMs: 500 });
    const view = await other.submit();
    expect(view).toMatchObject({ stage: { id: 'submitted' }, registered: false, division: `${TOWNSHIP}000` });
    await other.work();
    const handle = other.client.workflow.getHandle(`case/${view.id}`);
    await handle.executeUpdate('settled');
    expect(await other.read(view.id)).toMatchObject({ registered: true, sequence: 1 });
    await other.close();
  });
});

describe('beyond one office', () => {
  it('the place of the hukou sees the case and does not act in it', async () => {
    const view = await world.submit({ route: 'severalHukou', hukouPlaces: ['530381001'] });
    const guest = await world.api.as('townshipClerk', '530381001');
    expect((await world.read(view.id, guest)).number).toBe(view.number);
    const got = await world.act(guest, view.id, 'accept');
    expect(got.body).toMatchObject({ status: 403, code: 'notYourOffice' });
    const fact = { kind: 'asset', content: { kind: 'deposit', value: '10' }, validFrom: '2026-01-01' };
    const recorded = await world.api.call('recordFact', { token: guest, params: { caseId: view.id }, body: fact });
    expect(recorded.body).toMatchObject({ status: 403, code: 'notYourOffice' });
  });

  it('a case forwarded to the township that has jurisdiction is taken up there', async () => {
    const view = await world.submit();
    const forwarded = await world.act(world.team.clerk, view.id, 'forward', {
      division: '530581002',
      reason: '不属本街道',
    });
    expect(forwarded.body).toMatchObject({ division: '530581002000', stage: { id: 'submitted' } });
    expect((await world.act(world.team.clerk, view.id, 'accept')).status).toBe(403);
    const there = await world.api.as('townshipClerk', '530581002');
    expect((await world.act(there, view.id, 'accept')).body).toMatchObject({ stage: { id: 'investigating' } });
  });

  it('whoever was refused may apply again, naming the case that was', async () => {
    const application = world.application();
    const first = (await submit(application)).body as unknown as CaseAnswer;
    const declined = await world.act(world.team.clerk, first.id, 'declineToAccept', {
      ground: 'incomplete',
      reason: '材料不齐',
    });
    expect(declined.body).toMatchObject({ stage: { id: 'refused' } });
    const second = await submit({ ...application, linkedCaseId: first.id });
    expect(second).toMatchObject({ status: 201, body: { linkedCaseId: first.id } });
  });
});
