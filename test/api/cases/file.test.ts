import { randomUUID } from 'node:crypto';
import type { CaseAnswer } from '../../../api/cases/views/schema';
import { startCaseApi, TOWNSHIP, type CaseApi } from '../support/case-api';

let world: CaseApi;
beforeAll(async () => {
  world = await startCaseApi();
});
afterAll(() => world.close());

const DAY = 86_400_000;
const dayAt = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
const today = (): string => dayAt(world.api.clock.now().getTime());
interface Fact {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly content: Record<string, unknown>;
}

describe('facts', () => {
  const facts = async (caseId: string, query: Record<string, string> = {}): Promise<readonly Fact[]> => {
    const got = await world.api.call('readFacts', { token: world.team.clerk, params: { caseId }, query });
    expect(got.status).toBe(200);
    return got.body['facts'] as Fact[];
  };
  const record = (caseId: string, body: object, token = world.team.clerk) =>
    world.api.call('recordFact', { token, params: { caseId }, body: { validFrom: today(), ...body } });

  it('are put right by a new one; the old one is still what was known then', async () => {
    const { id, members } = await world.submit();
    const wage = (await facts(id)).find(({ kind }) => kind === 'income')!;
    const corrected = {
      kind: 'income',
      personId: members[0]!.personId,
      content: { kind: 'wage', amount: '650', per: 'month' },
      replaces: wage.id,
    };
    expect((await record(id, corrected)).status).toBe(201);
    expect((await facts(id)).filter(({ kind }) => kind === 'income').map(({ content }) => content['amount'])).toEqual([
      '650',
    ]);
    expect((await record(id, corrected)).body).toMatchObject({ status: 400, fields: [{ path: 'replaces' }] });
    await world.api.sql(
      `alter table fact disable trigger all; update fact set recorded_at = recorded_at - interval '10 days', superseded_at = superseded_at - interval '5 days' where id = '${wage.id}'; alter table fact enable trigger all`,
    );
    const before = await facts(id, { knownOn: dayAt(world.api.clock.now().getTime() - 7 * DAY) });
    expect(before.map(({ content }) => content['amount'])).toEqual(['600']);
    expect(await facts(id, { asOf: '2000-01-01' })).toEqual([]);
  });

  it('of a member take the place of what was known of the member', async () => {
    const { id, members } = await world.submit();
    const personId = members[1]!.personId;
    const content = { relation: 'spouse', labour: 'full', employment: 'unemployed' };
    expect((await record(id, { kind: 'member', personId, content })).status).toBe(201);
    const known = (await facts(id)).filter((fact) => fact.kind === 'member' && fact.personId === personId);
    expect(known.map((fact) => fact.content)).toEqual([{ ...content, id: personId }]);
  });

  it('are refused where the rules could not read them, of strangers, of tomorrow, and from those who only look', async () => {
    const { id, members } = await world.submit();
    const own = { kind: 'income', personId: members[0]!.personId };
    const wage = { kind: 'wage', amount: '1', per: 'month' };
    const refusal = async (body: object) =>
      ((await record(id, body)).body['fields'] as { path: string }[] | undefined)?.map(({ path }) => path);
    expect(await refusal({ ...own, content: { ...wage, amount: '-5' } })).toEqual(['content.amount']);
    expect(await refusal({ ...own, content: { ...wage, colour: 'x' } })).toEqual(['content.colour']);
    expect(await refusal({ ...own, personId: randomUUID(), content: wage })).toEqual(['personId']);
    expect(await refusal({ kind: 'income', content: wage })).toEqual(['personId']);
    expect(await refusal({ ...own, content: wage, validFrom: '2999-01-01' })).toEqual(['validFrom']);
    expect(await refusal({ ...own, content: wage, evidenceId: randomUUID() })).toEqual(['evidenceId']);
    expect((await record(id, { ...own, content: wage }, world.team.head)).status).toBe(403);
    expect((await facts(id)).filter(({ kind }) => kind === 'income')).toHaveLength(1);
  });

  it('are what the trial calculation of the case rests on', async () => {
    const { id, members } = await world.submit();
    const preview = async () =>
      (await world.api.call('previewCaseAssessment', { token: world.team.clerk, params: { caseId: id }, body: {} }))
        .body as { eligibility: string; householdIncome: string };
    const before = await preview();
    expect(before.eligibility).toBe('wholeHousehold');
    await record(id, {
      kind: 'income',
      personId: members[1]!.personId,
      content: { kind: 'wage', amount: '9000', per: 'month' },
    });
    const after = await preview();
    expect(after.eligibility).toBe('notEligible');
    expect(Number(after.householdIncome)).toBeGreaterThan(Number(before.householdIncome));
  });
});

describe('drafts', () => {
  const create = async (content: object, token = world.team.clerk) =>
    world.api.call('createDraft', { token, body: { programme: 'dibao', division: TOWNSHIP, content } });
  const draftId = (got: { body: Readonly<Record<string, unknown>> }) => ({ draftId: String(got.body['id']) });

  it('are saved on their version, shown to their writer alone, and deleted', async () => {
    const made = await create({ applicant: 'm1', members: [{ ref: 'm1', name: '某申请人' }] });
    expect(made).toMatchObject({ status: 201, body: { version: 1, title: '某申请人', division: `${TOWNSHIP}000` } });
    const params = draftId(made);
    const save = (version: number) =>
      world.api.call('saveDraft', { token: world.team.clerk, params, body: { version, content: { note: '续填' } } });
    expect((await save(1)).body).toMatchObject({ version: 2, content: { note: '续填' } });
    expect((await save(1)).body).toMatchObject({ status: 409, code: 'versionStale', version: 2 });
    expect((await world.api.call('readDraft', { token: world.team.colleague, params })).status).toBe(404);
    const listed = await world.api.call('listDrafts', { token: world.team.clerk });
    expect((listed.body['drafts'] as { id: string }[]).map(({ id }) => id)).toContain(params.draftId);
    expect((await world.api.call('deleteDraft', { token: world.team.clerk, params })).body).toEqual({ deleted: true });
    expect((await world.api.call('readDraft', { token: world.team.clerk, params })).status).toBe(404);
  });

  it('become a case when they are whole; before that every gap is told at its path', async () => {
    const params = draftId(await create({ members: [] }));
    const submit = (key = randomUUID()) => world.api.call('submitDraft', { token: world.team.clerk, params, key });
    const gaps = (await submit()).body['fields'] as { path: string }[];
    expect(gaps.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['content.promise', 'content.applicant', 'content.address']),
    );
    await world.api.call('saveDraft', {
      token: world.team.clerk,
      params,
      body: { version: 1, content: { ...world.application() } },
    });
    const filed = await submit();
    expect(filed).toMatchObject({ status: 201, body: { stage: { id: 'submitted' } } });
    expect((await submit()).body['id']).toBe(filed.body['id']);
    const late = await world.api.call('saveDraft', {
      token: world.team.clerk,
      params,
      body: { version: 2, content: {} },
    });
    expect(late.body).toMatchObject({ status: 409, code: 'conflict', caseId: filed.body['id'] });
  });
});

describe('finding a case', () => {
  const search = async (body: object, token = world.team.clerk): Promise<readonly string[]> => {
    const got = await world.api.call('searchCases', { token, body });
    expect(got.status).toBe(200);
    return (got.body['items'] as { id: string }[]).map(({ id }) => id);
  };

  it('by number, part of a name, a member’s name, and ID number; never out of sight', async () => {
    const name = `例${randomUUID().slice(0, 6)}`;
    const application = world.application();
    const members = application.members.map((member, index) => ({ ...member, name: `${name}${index}` }));
    const { id, number } = await world.submit({ ...application, members });
    expect(await search({ text: number })).toEqual([id]);
    expect(await search({ text: name })).toEqual([id]);
    expect(await search({ text: `${name}1` })).toEqual([id]);
    expect(await search({ idNumber: application.members[1]!.idNumber })).toEqual([id]);
    expect(await search({ text: name, stage: 'confirming' })).toEqual([]);
    expect(await search({ text: name }, await world.api.as('supervisor', '5305'))).toEqual([id]);
    expect(await search({ text: name }, await world.api.as('supervisor', '5303'))).toEqual([]);
    expect(
      (await world.api.call('searchCases', { token: world.team.clerk, body: { idNumber: '123' } })).body,
    ).toMatchObject({ status: 400, fields: [{ path: 'idNumber' }] });
  });

  it('pages through the list without a gap or a twin', async () => {
    await Promise.all([1, 2, 3].map(() => world.submit()));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: Readonly<Record<string, unknown>> } = await world.api.call('listCases', {
        token: world.team.clerk,
        query: { limit: '2', ...(cursor ? { cursor } : {}) },
      });
      seen.push(...(body['items'] as { id: string }[]).map(({ id }) => id));
      cursor = body['next'] as string | null;
    } while (cursor);
    const { rows } = await world.api.sql(`select count(*)::int n from "case" where division like '${TOWNSHIP}%'`);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(rows[0]!['n']);
    expect(
      (await world.api.call('listCases', { token: world.team.clerk, query: { cursor: 'nonsense' } })).body,
    ).toMatchObject({ status: 400, fields: [{ path: 'cursor' }] });
  });

  it('a person’s open cases: with link here, number and place alone elsewhere', async () => {
    const application = world.application();
    const { number } = await world.submit(application);
    const { idNumber } = application.members[0]!;
    const ask = async (token: string) => (await world.api.call('lookUpPerson', { token, body: { idNumber } })).body;
    expect(await ask(world.team.clerk)).toMatchObject({ known: true, openCases: [{ number }], elsewhere: [] });
    expect(await ask(await world.api.as('townshipClerk', '530381001'))).toEqual({
      known: false,
      name: null,
      openCases: [],
      elsewhere: [{ number, division: `${TOWNSHIP}000`, programme: 'dibao' }],
    });
  });
});

describe('personal data', () => {
  it('unmasked is given once asked for, and every time audited with the person', async () => {
    const application = world.application();
    const view: CaseAnswer = await world.submit(application);
    const personId = view.members.find(({ applicant }) => applicant)!.personId;
    const got = await world.api.call('readIdentity', {
      token: world.team.clerk,
      params: { caseId: view.id, personId },
    });
    expect(got.body).toMatchObject({ idNumber: application.members[0]!.idNumber, birthDate: '1975-05-15' });
    const { rows } = await world.api.sql(
      `select operation from audit_row where '${personId}' = any (persons) and operation = 'readIdentity'`,
    );
    expect(rows).toHaveLength(1);
    const supervisor = await world.api.as('supervisor', '5305');
    expect(
      (await world.api.call('readIdentity', { token: supervisor, params: { caseId: view.id, personId } })).status,
    ).toBe(403);
    expect(JSON.stringify(view)).not.toContain(application.members[0]!.idNumber);
  });
});

describe('the lifecycle', () => {
  it('comes with stages, matters and a form for every input, all titled in Chinese', async () => {
    const { body } = await world.api.call('readLifecycle', { token: world.team.clerk, params: { programme: 'dibao' } });
    const view = body as {
      stages: { id: string; actions: { action: string; needs: string }[] }[];
      inputs: Record<string, { title: string; properties?: Record<string, { title?: string }> }>;
    };
    const kinds = view.stages.flatMap(({ actions }) => actions.map(({ needs }) => needs));
    for (const kind of kinds) expect(view.inputs).toHaveProperty(kind);
    for (const { properties = {} } of Object.values(view.inputs))
      for (const field of Object.values(properties)) expect(field.title).toMatch(/[\u4e00-\u9fff]/);
  });
});
