import type { CaseAnswer } from '../../../api/cases/views/schema';
import { COUNTY, startCaseApi, TOWNSHIP, type CaseApi } from '../support/case-api';

let world: CaseApi;
beforeAll(async () => {
  world = await startCaseApi();
});
afterAll(() => world.close());

const call = (
  name: Parameters<CaseApi['api']['call']>[0],
  caseId: string,
  token = world.team.clerk,
  more: object = {},
) => world.api.call(name, { token, params: { caseId, ...more } });
const audited = async (operation: string, caseId: string): Promise<number> =>
  (await world.api.sql(`select 1 from audit_row where operation = '${operation}' and case_id = '${caseId}'`)).rows
    .length;
const namesOf = (people: readonly { readonly id: string }[] | undefined) => people?.map(({ id }) => id) ?? [];

describe('the case as a page shows it', () => {
  /** @clause 一(四) what a case waits for, whose turn it is, and who could do what the reader cannot */
  it('tells the way it came, what the stage waits for, whose turn it is', async () => {
    const { id } = await world.submit();
    expect(await world.read(id)).toMatchObject({ factsOpen: true, progress: [], way: [{ id: 'submitted' }] });
    await world.act(world.team.clerk, id, 'accept', { opinion: '材料齐全' });
    const view = await world.read(id);
    expect(view.way.map((stage) => stage.id)).toEqual(['submitted', 'investigating']);
    expect(view.progress.map(({ id: part, done }) => [part, done])).toEqual([
      ['authorisations', false],
      ['visit', false],
      ['dataCheck', false],
    ]);
    expect(view.holder).toMatchObject({ roleLabel: '乡镇经办人' });
    expect(namesOf(view.holder?.people)).toEqual(
      expect.arrayContaining([world.idOf('clerk'), world.idOf('colleague')]),
    );
  });

  it('names who could take a step that the reader cannot, and nobody where the file is incomplete', async () => {
    const { id } = await world.submit();
    const stepsOf = (view: CaseAnswer) => new Map(view.actions.map((action) => [action.action, action]));
    const asApprover = stepsOf(await world.read(id, world.team.approver));
    expect(asApprover.get('accept')?.possible).toBe(false);
    expect(namesOf(asApprover.get('accept')?.people)).toContain(world.idOf('clerk'));
    await world.act(world.team.clerk, id, 'accept', {});
    const asClerk = stepsOf(await world.read(id));
    expect(asClerk.get('propose')).toMatchObject({ possible: false, people: [] });
    expect(asClerk.get('recordVisit')).toMatchObject({ people: [] });
  });
});

describe('what was entered with a step', () => {
  const eventOf = async (caseId: string, sequence: number, token = world.team.clerk) =>
    world.api.call('readTimelineEvent', {
      token,
      params: { caseId, sequence: String(sequence) },
      query: { with: 'input' },
    });

  it('reads as Chinese in the order of the form, members’ numbers masked, and is audited', async () => {
    const { id, members } = await world.submit();
    const submitted = await eventOf(id, 1);
    const lines = submitted.body['content'] as { label: string; value?: string }[];
    const say = (label: string) => lines.find((line) => line.label === label)?.value;
    expect(say('住址')).toBe('测试路1号');
    expect(say('诚信承诺')).toBe('是');
    expect(say('申请人代号')).toBe(members[0]!.name);
    for (const { label, value } of lines) expect(`${label}${value ?? ''}`).not.toMatch(/[A-Za-z]{3}/);
    expect(JSON.stringify(submitted.body)).toContain(members[0]!.idNumberMasked);
    expect(JSON.stringify(submitted.body)).not.toMatch(/\d{17}[\dX]/);
    expect(await audited('readTimelineEvent', id)).toBe(1);
  });

  it('names people instead of ids', async () => {
    const { id, members } = await world.submit();
    await world.act(world.team.clerk, id, 'accept', { mustAuthorise: members.map(({ personId }) => personId) });
    const { body } = await eventOf(id, 2);
    expect(body['content']).toEqual(
      members.map(({ name }, index) => expect.objectContaining({ label: `应签授权的成年人${index + 1}`, value: name })),
    );
  });

  it('is not for another county, nor for who has no business with cases', async () => {
    const { id } = await world.submit();
    const elsewhere = await world.api.as('countyReviewer', '530381');
    expect((await eventOf(id, 1, elsewhere)).status).toBe(404);
    expect((await eventOf(id, 1, await world.api.as('financeMaker', COUNTY))).status).toBe(403);
  });
});

describe('what went out and what is related', () => {
  it('lists letters with their delivery, newest first', async () => {
    const { id } = await world.submit();
    await world.act(world.team.clerk, id, 'accept', {});
    const { body } = await call('listMessages', id);
    const letters = (body['messages'] as { kind: string; state: string; stateLabel: string }[]).filter(
      ({ kind }) => kind === 'letter',
    );
    expect(letters[0]).toMatchObject({ state: 'waiting', stateLabel: '待送达' });
  });

  it('finds the case that another one follows from, both ways, and says why', async () => {
    const first = await world.submit();
    await world.act(world.team.clerk, first.id, 'withdraw', {
      writtenOn: first.submittedAt.slice(0, 10),
      reason: '自愿撤回',
    });
    const second = await world.submit({ linkedCaseId: first.id });
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const { body } = await call('listRelatedCases', one.id);
      expect(body['cases']).toEqual([expect.objectContaining({ id: other.id, because: ['关联案件'] })]);
    }
    expect(await audited('listRelatedCases', first.id)).toBe(1);
  });

  it.each(['listMessages', 'listRelatedCases'] as const)('%s keeps to division and role', async (name) => {
    const { id } = await world.submit();
    expect((await call(name, id, await world.api.as('townshipClerk', '530381001'))).status).toBe(404);
    expect((await call(name, id, await world.api.as('financeMaker', COUNTY))).status).toBe(403);
    expect((await call(name, id, await world.api.as('townshipClerk', TOWNSHIP))).status).toBe(200);
  });
});
