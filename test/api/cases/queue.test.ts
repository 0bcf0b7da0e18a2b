import { startCaseApi, COUNTY, TOWNSHIP, type CaseApi } from '../support/case-api';
import { publicise } from '../support/publicise';

let world: CaseApi;
beforeAll(async () => {
  world = await startCaseApi();
});
afterAll(() => world.close());

interface Item {
  readonly workItemId: string;
  readonly caseId: string;
  readonly kind: string;
  readonly overdue: boolean;
  readonly colour: string;
  readonly dueAt: string | null;
  readonly role: string;
  readonly action: { readonly verb: string; readonly form: string | null };
  readonly cause: string | null;
}

const queue = async (token: string, query: Record<string, string> = {}): Promise<readonly Item[]> => {
  const got = await world.api.call('readQueue', { token, query });
  expect(got.status).toBe(200);
  return got.body['items'] as Item[];
};
const counts = async (token: string) =>
  (await world.api.call('countQueue', { token })).body as Record<string, Record<string, number>>;
const has = (items: readonly Item[], caseId: string): boolean => items.some((item) => item.caseId === caseId);

describe('the work queue', () => {
  it('lies with the office and role of the stage, and goes on with the case', async () => {
    const { id } = await world.submit();
    expect(has(await queue(world.team.clerk), id)).toBe(true);
    expect(has(await queue(world.team.colleague), id)).toBe(true);
    expect(has(await queue(world.team.head), id)).toBe(false);
    expect(has(await queue(world.team.head, { view: 'subordinate' }), id)).toBe(true);
    expect(has(await queue(world.team.reviewer, { view: 'office' }), id)).toBe(false);
    expect(has(await queue(world.team.reviewer, { view: 'subordinate', stage: 'submitted' }), id)).toBe(true);
    expect(has(await queue(await world.api.as('townshipClerk', '530581002')), id)).toBe(false);
  });

  it('given to one person is that person’s alone, and still the office’s', async () => {
    const { id } = await world.submit();
    const got = await world.act(world.team.head, id, 'assign', {
      staffId: world.idOf('colleague'),
      reason: '轮流经办',
    });
    expect(got.body).toMatchObject({ assignee: { id: world.idOf('colleague') } });
    expect(has(await queue(world.team.colleague), id)).toBe(true);
    expect(has(await queue(world.team.clerk), id)).toBe(false);
    expect(has(await queue(world.team.clerk, { view: 'office' }), id)).toBe(true);
  });

  it('has the most urgent first, page by page, and counts what it shows', async () => {
    await Promise.all([1, 2, 3].map(() => world.submit()));
    const seen: Item[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: Readonly<Record<string, unknown>> } = await world.api.call('readQueue', {
        token: world.team.clerk,
        query: { view: 'office', limit: '2', ...(cursor ? { cursor } : {}) },
      });
      seen.push(...(body['items'] as Item[]));
      cursor = body['next'] as string | null;
    } while (cursor);
    expect(new Set(seen.map(({ workItemId }) => workItemId)).size).toBe(seen.length);
    const dues = seen.map(({ dueAt }) => (dueAt ? Date.parse(dueAt) : Infinity));
    expect(dues).toEqual([...dues].sort((a, b) => a - b));
    const { office, mine } = await counts(world.team.clerk);
    expect(office!['total']).toBe(seen.length);
    expect(mine!['total']).toBe((await queue(world.team.clerk, { limit: '200' })).length);
  });

  it('shows what is late at every level above, and the broken promise before the limit', async () => {
    const { id } = await world.submit();
    const dues = async (sql: string) => world.api.sql(`${sql} where case_id = '${id}'`);
    const filtered = async (filter: string) => has(await queue(world.team.clerk, { view: 'office', filter }), id);
    const colour = async () =>
      (await queue(world.team.clerk, { view: 'office' })).find(({ caseId }) => caseId === id)!.colour;
    await dues(`update deadline set promised_at = now() - interval '1 hour'`);
    await dues(`update work_item set due_at = now() + interval '30 days'`);
    expect([await filtered('overdue'), await filtered('dueSoon'), await colour()]).toEqual([
      false,
      false,
      'promiseBroken',
    ]);
    await dues(`update work_item set due_at = now() - interval '1 day'`);
    expect([await filtered('overdue'), await filtered('dueSoon'), await colour()]).toEqual([true, false, 'overdue']);
    const before = (await counts(world.team.reviewer))['subordinate']!['overdue']!;
    expect(before).toBeGreaterThan(0);
    expect(
      has(await queue(await world.api.as('supervisor', '5305'), { view: 'subordinate', filter: 'overdue' }), id),
    ).toBe(true);
    expect(has(await queue(await world.api.as('supervisor', '5303'), { view: 'subordinate' }), id)).toBe(false);
  });
});

describe('what one waits for', () => {
  interface Waiting {
    readonly caseId: string;
    readonly who: string;
    readonly clock: boolean;
    readonly until: string | null;
    readonly sentence: string;
  }
  const waiting = async (token: string, view = 'office') => {
    const got = await world.api.call('listWaiting', { token, query: { view, limit: '200' } });
    expect(got.status).toBe(200);
    return got.body['items'] as Waiting[];
  };
  const found = async (token: string, caseId: string, view?: string) =>
    (await waiting(token, view)).find((item) => item.caseId === caseId);

  it('is with whom the next step lies, for those who had a hand in the case and for nobody else', async () => {
    const { id } = await publicise(world, { posted: false });
    expect(await found(world.team.head, id)).toMatchObject({ clock: false, who: '乡镇经办人' });
    expect(await found(world.team.head, id, 'mine')).toBeDefined();
    expect(await found(world.team.clerk, id)).toBeUndefined();
    for (const stranger of [
      world.team.approver,
      await world.api.as('townshipClerk', '530581002'),
      await world.api.as('supervisor', '5303'),
    ])
      for (const view of ['mine', 'office', 'subordinate']) expect(await found(stranger, id, view)).toBeUndefined();
  });

  it('is a clock once the notice hangs, with its end, and counted as listed', async () => {
    const { id } = await publicise(world);
    for (const token of [world.team.clerk, world.team.head])
      expect(await found(token, id)).toMatchObject({
        clock: true,
        who: '期满自动',
        sentence: expect.stringContaining('公示期满') as string,
      });
    const item = await found(world.team.clerk, id);
    const row = (await queue(world.team.clerk, { limit: '200' })).find(({ caseId }) => caseId === id)!;
    expect(row).toMatchObject({ sentence: item!.sentence, action: { verb: '查看', form: null } });
    expect(Date.parse(item!.until!)).toBeGreaterThan(world.api.clock.now().getTime());
    for (const view of ['mine', 'office', 'subordinate'])
      expect([view, (await counts(world.team.clerk))[view]!['waiting']]).toEqual([
        view,
        (await waiting(world.team.clerk, view)).length,
      ]);
  });
});

describe('a row of the desk', () => {
  const rowOf = async (token: string, caseId: string, query: Record<string, string>) =>
    (await queue(token, { limit: '200', ...query })).find((item) => item.caseId === caseId)!;

  it('leads to the step that is the reader’s, else to a look at the case', async () => {
    const { id } = await world.submit();
    expect((await rowOf(world.team.clerk, id, {})).action).toEqual({ verb: '受理', form: 'stage.accept' });
    expect((await rowOf(world.team.head, id, { view: 'subordinate' })).action).toEqual({ verb: '查看', form: null });
    await world.act(world.team.clerk, id, 'accept');
    expect((await rowOf(world.team.clerk, id, {})).action.form).toBe('stage.startInvestigation');
  });

  it('says where what is late is stuck', async () => {
    const { id } = await world.submit();
    expect((await rowOf(world.team.clerk, id, {})).cause).toBeNull();
    await world.api.sql(`update work_item set due_at = now() - interval '1 day' where case_id = '${id}'`);
    await world.api.sql(`update "case" set stage_since = stage_since - interval '4 days' where id = '${id}'`);
    const { cause } = await rowOf(world.team.head, id, { view: 'subordinate', filter: 'overdue' });
    expect(cause).toMatch(/^停在.+乡镇经办人\(未指定经办\)4天$/);
  });

  it.each(['urgency', 'time', 'stage'])('is found once on the pages in order of %s', async (order) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: Readonly<Record<string, unknown>> } = await world.api.call('readQueue', {
        token: world.team.clerk,
        query: { view: 'office', order, limit: '3', ...(cursor ? { cursor } : {}) },
      });
      seen.push(...(body['items'] as Item[]).map(({ workItemId }) => workItemId));
      cursor = body['next'] as string | null;
    } while (cursor);
    const whole = await queue(world.team.clerk, { view: 'office', order, limit: '200' });
    expect(seen).toEqual(whole.map(({ workItemId }) => workItemId));
  });

  it('is counted for one view alone where one is asked for', async () => {
    const { body } = await world.api.call('countQueue', { token: world.team.clerk, query: { view: 'mine' } });
    expect(Object.keys(body).sort()).toEqual(['drafts', 'mine']);
  });
});

describe('administration of workflows', () => {
  let administrator: string;
  beforeAll(async () => {
    administrator = await world.api.as('administrator', COUNTY);
  });
  const call = (name: 'readWorkflow' | 'compareWorkflow', caseId: string, token = administrator) =>
    world.api.call(name, { token, params: { caseId } });

  it('shows a case’s run: next timer and what it does, history in sentences, and no personal data', async () => {
    const view = await world.submit();
    await world.act(world.team.clerk, view.id, 'accept');
    const { body } = await call('readWorkflow', view.id);
    expect(body).toMatchObject({
      status: 'RUNNING',
      failing: false,
      workflowId: `case/${view.id}`,
      state: { stage: 'investigating', sequence: 2 },
    });
    expect((body['nextTimer'] as { does: string }).does).toMatch(/[\u4e00-\u9fff]/);
    const history = body['history'] as { sentence: string; event: string }[];
    expect(history[0]).toMatchObject({ event: 'WORKFLOW_EXECUTION_STARTED' });
    expect(history.some(({ sentence }) => sentence.includes('受理申请'))).toBe(true);
    expect(JSON.stringify(body)).not.toContain(view.applicantName);
    expect((await call('readWorkflow', view.id, world.team.clerk)).status).toBe(403);
    expect((await call('readWorkflow', view.id, await world.api.as('administrator', '530381'))).status).toBe(404);
  });

  it('finds a difference and repairs it from the database in a new epoch; the case goes on', async () => {
    const { id } = await world.submit();
    expect((await call('compareWorkflow', id)).body).toEqual({ same: true, status: 'RUNNING', differences: [] });
    await world.api.sql(
      `update "case" set snapshot = jsonb_set(snapshot, '{stageVersion}', '9'), stage_version = 9 where id = '${id}'`,
    );
    const found = await call('compareWorkflow', id);
    expect(found.body).toMatchObject({
      same: false,
      differences: [{ field: 'stageVersion', database: 9, workflow: 1 }],
    });
    const drifting = await world.api.call('listWorkflows', { token: administrator, query: { state: 'drift' } });
    expect((drifting.body['items'] as { caseId: string }[]).map(({ caseId }) => caseId)).toEqual([id]);
    const repaired = await world.api.call('repairWorkflow', {
      token: administrator,
      params: { caseId: id },
      body: { reason: '比对不一致' },
    });
    expect(repaired.body).toEqual({ caseId: id, epoch: 2, sequence: 1 });
    expect((await call('compareWorkflow', id)).body).toMatchObject({ same: true });
    expect((await world.act(world.team.clerk, id, 'accept')).body).toMatchObject({
      stage: { id: 'investigating', version: 10 },
      sequence: 2,
    });
    const { rows } = await world.api.sql(
      `select details from audit_row where operation = 'repairWorkflow' and case_id = '${id}'`,
    );
    expect(rows).toEqual([{ details: { epoch: 2 } }]);
  });

  it('lists by stage, place, age and state', async () => {
    const { id } = await world.submit();
    const list = async (query: Record<string, string>) => {
      const got = await world.api.call('listWorkflows', { token: administrator, query: { limit: '200', ...query } });
      return (got.body['items'] as { caseId: string }[]).map(({ caseId }) => caseId);
    };
    expect(await list({ stage: 'submitted', division: TOWNSHIP })).toContain(id);
    expect(await list({ division: '530581002' })).not.toContain(id);
    expect(await list({ olderThanDays: '1' })).not.toContain(id);
    expect(await list({ state: 'failing' })).not.toContain(id);
    expect(await list({ state: 'notStarted' })).not.toContain(id);
    await world.api.sql(`update "case" set snapshot = jsonb_set(snapshot, '{alarms,0,at}', '1000') where id = '${id}'`);
    expect(await list({ state: 'failing' })).toContain(id);
  });

  it('tells of the engine’s workers and queues', async () => {
    const { body } = await world.api.call('readEngine', { token: administrator });
    expect(body).toMatchObject({ reachable: true, workers: 1, notStarted: 0, notStepped: 0, commandsWaiting: 0 });
    expect((body['queues'] as { kind: string }[]).map(({ kind }) => kind)).toEqual(['workflow', 'activity']);
  });
});
