import { randomUUID } from 'node:crypto';
import type { CaseAnswer } from '../../../api/cases/views/schema';
import { startCaseApi, type CaseApi } from '../support/case-api';

let world: CaseApi;
beforeAll(async () => {
  world = await startCaseApi();
});
afterAll(() => world.close());

const today = (): string => new Date(world.api.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const inputs = async (caseId: string): Promise<number> =>
  (await world.api.sql(`select 1 from case_input where case_id = '${caseId}' and kind <> 'application'`)).rows.length;
const events = async (caseId: string): Promise<number> =>
  (await world.api.sql(`select 1 from case_event where case_id = '${caseId}'`)).rows.length;
const reason = { reason: '测试用的理由' };

describe('a step', () => {
  it('answers with the case as it stands then, and tells it in the timeline with what was entered', async () => {
    const { id } = await world.submit();
    const got = await world.act(world.team.clerk, id, 'accept', { opinion: '材料齐全' });
    expect(got.status).toBe(200);
    expect(got.body).toMatchObject({ stage: { id: 'investigating' }, acceptedOn: today() });
    const { body } = await world.api.call('readTimeline', { token: world.team.clerk, params: { caseId: id } });
    const [, accepted] = body['events'] as { sequence: number; sentence: string; who: object; hasInput: boolean }[];
    expect(accepted).toMatchObject({ sequence: 2, hasInput: true, who: { name: '测试人员', roleLabel: '乡镇经办人' } });
    expect(accepted!.sentence).toContain('受理申请');
    const event = await world.api.call('readTimelineEvent', {
      token: world.team.clerk,
      params: { caseId: id, sequence: '2' },
      query: { with: 'input' },
    });
    expect(event.body['input']).toEqual({ opinion: '材料齐全' });
    const submitted = await world.api.call('readTimelineEvent', {
      token: world.team.clerk,
      params: { caseId: id, sequence: '1' },
      query: { with: 'input' },
    });
    expect(submitted.body['input']).toMatchObject({ application: { programme: 'dibao' } });
  });

  it('is one step when it is sent twice with the same key, and refused with other input under it', async () => {
    const { id } = await world.submit();
    const key = randomUUID();
    const send = (opinion: string) =>
      world.api.call('takeAction', {
        token: world.team.clerk,
        key,
        params: { caseId: id, action: 'accept' },
        body: { expectedVersion: 1, input: { opinion } },
      });
    const [first, second] = await Promise.all([send('齐全'), send('齐全')]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(await events(id)).toBe(2);
    expect((await send('另一意见')).body).toMatchObject({ status: 422, code: 'idempotencyKeyReused' });
    const status = await world.api.call('readCommand', { token: world.team.clerk, params: { key } });
    expect(status.body).toMatchObject({ state: 'done', answer: { id, stage: { id: 'investigating' } } });
    expect((await world.api.call('readCommand', { token: world.team.colleague, params: { key } })).status).toBe(404);
  });

  it('is not done again when the stored answer was lost: the event is found by its command', async () => {
    const { id } = await world.submit();
    const key = randomUUID();
    const send = () =>
      world.api.call('takeAction', {
        token: world.team.clerk,
        key,
        params: { caseId: id, action: 'accept' },
        body: { expectedVersion: 1 },
      });
    expect((await send()).status).toBe(200);
    await world.api.sql(`delete from idempotent_answer where key = '${key}'`);
    expect(await send()).toMatchObject({ status: 200, body: { stage: { id: 'investigating' }, sequence: 2 } });
    expect(await events(id)).toBe(2);
  });

  it('of two officers on the same version one wins; the other hears what is allowed now, and leaves nothing behind', async () => {
    const { id } = await world.submit();
    const send = (token: string, action: string, input: object) =>
      world.api.call('takeAction', { token, params: { caseId: id, action }, body: { expectedVersion: 1, input } });
    const both = await Promise.all([send(world.team.clerk, 'accept', {}), send(world.team.colleague, 'accept', {})]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409)!;
    expect(['stale', 'actionNotAllowed']).toContain(lost.body['code']);
    const allowed = lost.body['allowedActions'] as { action: string; possible: boolean; expectedVersion: number }[];
    expect(allowed.map(({ action }) => action)).toContain('recordAuthorisation');
    expect(allowed.every(({ possible, expectedVersion }) => possible && expectedVersion === 2)).toBe(true);
    expect(await events(id)).toBe(2);
  });
});

describe('a step that is refused', () => {
  let one: CaseAnswer;
  beforeAll(async () => {
    one = await world.submit();
  });
  afterEach(async () => {
    expect([await events(one.id), await inputs(one.id)]).toEqual([1, 0]);
  });
  const send = (token: string, action: string, body: object, caseId = one.id) =>
    world.api.call('takeAction', { token, params: { caseId, action }, body });

  it('an action that there is not: the list of those there are', async () => {
    const got = await send(world.team.clerk, 'aproove', { expectedVersion: 1 });
    expect(got.status).toBe(404);
    expect((got.body['knownActions'] as { action: string }[]).map(({ action }) => action)).toContain('approveProposal');
    const matter = await world.api.call('openMatter', {
      token: world.team.clerk,
      params: { caseId: one.id },
      body: { kind: 'nothing' },
    });
    expect(matter.status).toBe(404);
    expect((matter.body['knownMatters'] as { kind: string }[]).map(({ kind }) => kind)).toContain('complaint');
  });

  it('an action of another stage: 409 with what is allowed now', async () => {
    const got = await send(world.team.clerk, 'propose', { expectedVersion: 1, input: { kind: 'confirm', ...reason } });
    expect(got.body).toMatchObject({ status: 409, code: 'actionNotAllowed' });
    expect((got.body['allowedActions'] as { action: string }[]).map(({ action }) => action)).toContain('accept');
  });

  it('no version, or an old one', async () => {
    expect((await send(world.team.clerk, 'accept', {})).body).toMatchObject({
      status: 400,
      fields: [{ path: 'expectedVersion' }],
    });
    expect((await send(world.team.clerk, 'accept', { expectedVersion: 7 })).body).toMatchObject({
      status: 409,
      code: 'stale',
    });
  });

  it('input that is wrong, missing or misspelt: its path under input', async () => {
    const paths = async (input?: object) => {
      const { status, body } = await send(world.team.clerk, 'withdraw', {
        expectedVersion: 1,
        ...(input && { input }),
      });
      return [status, ((body['fields'] ?? []) as { path: string }[]).map(({ path }) => path).sort()];
    };
    expect(await paths()).toEqual([400, ['input.reason', 'input.writtenOn']]);
    expect(await paths({ ...reason, writtenOn: '2022-02-30' })).toEqual([400, ['input.writtenOn']]);
    expect(await paths({ ...reason, writtenOn: '2022-02-01', why: 'x' })).toEqual([400, ['input.why']]);
  });

  it('a role that may not: 403 with the role that may', async () => {
    const got = await send(world.team.head, 'accept', { expectedVersion: 1 });
    expect(got.body).toMatchObject({ status: 403, code: 'roleNotAllowed' });
    expect(got.body['detail']).toContain('乡镇经办人');
  });

  it('a case of another office, or none: 404 and nothing else', async () => {
    const stranger = await world.api.as('townshipClerk', '530381001');
    expect((await send(stranger, 'accept', { expectedVersion: 1 })).status).toBe(404);
    expect((await world.api.call('readCase', { token: stranger, params: { caseId: one.id } })).status).toBe(404);
    expect((await send(world.team.clerk, 'accept', { expectedVersion: 1 }, randomUUID())).status).toBe(404);
  });

  it('an administrator has no permission for it', async () => {
    const administrator = await world.api.as('administrator', '530581');
    expect((await send(administrator, 'accept', { expectedVersion: 1 })).body).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  });
});

describe('what the rules refuse', () => {
  it('conditions of the file: 409 with every reason', async () => {
    const { id } = await world.submit();
    await world.act(world.team.clerk, id, 'accept');
    const got = await world.act(world.team.clerk, id, 'propose', { kind: 'confirm', ...reason });
    expect(got.body).toMatchObject({ status: 409, code: 'authorisationMissing' });
    expect((got.body['reasons'] as { code: string }[]).map(({ code }) => code)).toEqual([
      'authorisationMissing',
      'visitIncomplete',
      'dataCheckMissing',
    ]);
  });

  it('what only the step itself can see: 422 with the path under input, and the case goes on', async () => {
    const { id, members } = await world.submit();
    await world.act(world.team.clerk, id, 'accept');
    const signatures = [{ personId: randomUUID(), manner: 'signature' }];
    const got = await world.act(world.team.clerk, id, 'recordAuthorisation', { signatures, signedOn: today() });
    expect(got.body).toMatchObject({
      status: 422,
      code: 'personNotInCase',
      fields: [{ path: 'input.signatures[0].personId' }],
    });
    const late = await world.act(world.team.clerk, id, 'recordAuthorisation', {
      signatures: [{ personId: members[0]!.personId, manner: 'signature' }],
      signedOn: '2999-01-01',
    });
    expect(late.body).toMatchObject({ status: 422, code: 'inputRefused', fields: [{ path: 'input.signedOn' }] });
    const right = await world.act(world.team.clerk, id, 'recordAuthorisation', {
      signatures: members.map(({ personId }) => ({ personId, manner: 'signature' })),
      signedOn: today(),
    });
    expect(right.status).toBe(200);
    expect((right.body as unknown as CaseAnswer).members.every(({ authorised }) => authorised)).toBe(true);
  });

  it('separation of duty: the investigator does not approve', async () => {
    const { id, members } = await world.submit();
    await world.act(world.team.clerk, id, 'accept');
    await world.act(world.team.clerk, id, 'recordAuthorisation', {
      signatures: members.map(({ personId }) => ({ personId, manner: 'signature' })),
      signedOn: today(),
    });
    const investigators = [{ staffId: world.idOf('head') }, { name: '某驻村干部' }];
    await world.act(world.team.clerk, id, 'startInvestigation', { investigators });
    await world.act(world.team.clerk, id, 'recordVisit', {
      visitedOn: today(),
      method: 'home',
      investigators,
      householdSignature: { personId: members[0]!.personId, manner: 'signature' },
      findings: '属实',
    });
    await world.act(world.team.clerk, id, 'requestDataCheck', { sources: ['bank'] });
    await world.act(world.team.dataDesk, id, 'startDataCheck');
    await world.act(world.team.dataDesk, id, 'recordDataCheck', { outcome: 'consistent', findings: '一致' });
    expect((await world.read(id)).provinceStage).toBe('初审建议');
    expect((await world.act(world.team.clerk, id, 'propose', { kind: 'confirm', ...reason })).body).toMatchObject({
      stage: { id: 'proposed' },
    });
    const got = await world.act(world.team.head, id, 'approveProposal');
    expect(got.body).toMatchObject({ status: 403, code: 'investigatorCannotDecide' });
    const frozen = await world.api.call('listAssessments', { token: world.team.clerk, params: { caseId: id } });
    expect(frozen.body['assessments']).toEqual([
      expect.objectContaining({
        eligibility: 'wholeHousehold',
        monthly: expect.stringMatching(/^\d+\.\d\d$/) as string,
      }),
    ]);
    const locked = await world.api.call('recordFact', {
      token: world.team.clerk,
      params: { caseId: id },
      body: { kind: 'asset', content: { kind: 'deposit', value: '10' }, validFrom: today() },
    });
    expect(locked.body).toMatchObject({ status: 409, code: 'factsLocked' });
  });
});

describe('matters', () => {
  it('are opened and advanced on their own version', async () => {
    const { id } = await world.submit();
    const key = randomUUID();
    const open = () =>
      world.api.call('openMatter', {
        token: world.team.clerk,
        key,
        params: { caseId: id },
        body: { kind: 'complaint', input: { class: 'fraud', what: '有车', named: false } },
      });
    const [opened] = await Promise.all([open(), open()]);
    const view = opened.body as unknown as CaseAnswer;
    expect(view.matters).toEqual([expect.objectContaining({ kind: 'complaint', step: 'received', version: 1 })]);
    expect(view.forcedVisit).toEqual(['complaint']);
    const owner = view.matters[0]!.id;
    const visit = { visitedOn: today(), investigators: [{ name: '甲' }, { name: '乙' }], findings: '属实' };
    const visited = await world.act(world.team.reviewer, id, 'recordCountyVisit', visit, { owner });
    expect(visited.body).toMatchObject({ matters: [{ step: 'visited', version: 2 }] });
    const answered = await world.act(
      world.team.reviewer,
      id,
      'answer',
      { outcome: 'unfounded', answer: '不属实' },
      { owner },
    );
    expect(answered.body).toMatchObject({ matters: [] });
    const gone = await world.api.call('takeMatterAction', {
      token: world.team.reviewer,
      params: { caseId: id, matterId: owner, action: 'answer' },
      body: { expectedVersion: 2, input: { outcome: 'unfounded', answer: '再答' } },
    });
    expect(gone.status).toBe(404);
  });
});
