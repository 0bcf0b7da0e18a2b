import { randomUUID } from 'node:crypto';
import { newEpoch } from '../../../store/engine/new-epoch';
import { startCaseApi, type CaseApi } from '../support/case-api';

const THERE = '530102001';
let world: CaseApi;
let theirs: string;
beforeAll(async () => {
  world = await startCaseApi();
  const member = await world.api.addStaff([{ role: 'townshipClerk', division: THERE }]);
  theirs = await world.api.tokenOf(member);
});
afterAll(() => world.close());

const see = (caseId: string) => world.api.call('readCase', { token: theirs, params: { caseId } });
const open = (token: string, caseId: string, kind: string, input: object) =>
  world.api.call('openMatter', { token, key: randomUUID(), params: { caseId }, body: { kind, input } });

/** In benefit by decree: what leads there is proved elsewhere. */
const benefiting = async (): Promise<string> => {
  const { id } = await world.submit();
  const { prisma } = world.workerStore;
  const row = await prisma.case.findUniqueOrThrow({ where: { id } });
  const snapshot = { ...(row.snapshot as object), stage: 'benefiting', alarms: [] };
  await prisma.case.update({ where: { id }, data: { stage: 'benefiting', snapshot } });
  await world.engine.rebuild(await prisma.$transaction((tx) => newEpoch(tx, id, world.api.clock.now())));
  return id;
};

test('another county sees the case from the day it is asked, takes it over, and does nothing else in it', async () => {
  const id = await benefiting();
  expect((await see(id)).status).toBe(404);
  const asked = await open(world.team.clerk, id, 'transfer', { division: THERE, reason: '全家搬到昆明居住' });
  expect(asked.status).toBe(200);
  const seen = await see(id);
  expect(seen.status).toBe(200);
  const [matter] = seen.body['matters'] as { id: string; kind: string; version: number }[];
  expect(matter).toMatchObject({ kind: 'transfer' });
  const possible = (seen.body['actions'] as { action: string; possible: boolean }[]).filter((one) => one.possible);
  expect(possible.map(({ action }) => action).sort()).toEqual(['accept', 'decline']);

  const queue = await world.api.call('readQueue', { token: theirs, query: { view: 'office' } });
  expect(queue.body['items']).toMatchObject([{ caseId: id, sentence: expect.stringContaining('迁移') }]);
  const report = { what: 'income', happenedOn: '2026-01-01', description: '收入变化' };
  expect(await open(theirs, id, 'change', report)).toMatchObject({ status: 403, body: { code: 'notYourOffice' } });

  const ours = await world.act(world.team.clerk, id, 'accept', {}, { owner: matter!.id });
  expect(ours).toMatchObject({ status: 403, body: { code: 'notTheReceivingOffice' } });
  const moves = async () =>
    (await world.api.call('listRelatedCases', { token: theirs, params: { caseId: id } })).body['moves'];
  const move = { from: '云南省保山市腾冲市腾越街道', to: expect.stringMatching(/^云南省昆明市五华区/) as string };
  expect(await moves()).toMatchObject([{ ...move, state: '待迁入地接收', endedOn: null }]);
  const accepted = await world.act(theirs, id, 'accept', { opinion: '同意接收' }, { owner: matter!.id });
  expect(accepted.status).toBe(200);
  expect(accepted.body['matters']).toMatchObject([{ kind: 'transfer', step: 'accepted' }]);
  const paid = await world.api.call('readEntitlements', { token: theirs, params: { caseId: id } });
  expect(paid.body).toEqual({ entitlements: [], payingOffices: [] });
});
