import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { deliverCommands } from '../../../activities/deliver';
import { performAction } from '../../../api/cases/actions/perform-action';
import type { Tx } from '../../../api/deps';
import { connectEngine } from '../../../api/engine';
import { startCaseApi, TOWNSHIP } from '../support/case-api';

/** A port at which nobody answers. */
const deadAddress = async (): Promise<string> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `127.0.0.1:${port}`;
};

describe('when the engine does not answer', () => {
  it('says 202 with a status address, and the worker does it later, once', async () => {
    const other = await startCaseApi({ working: false, stepPatienceMs: 1_500 });
    const worker = await other.work();
    const { id } = await other.submit();
    await worker.stop();
    const key = randomUUID();
    const send = () => other.act(other.team.clerk, id, 'accept', {}, { key, version: 1 });
    const accepted = await send();
    expect(accepted).toMatchObject({ status: 202, body: { status: 'accepted', statusUrl: `/api/v1/commands/${key}` } });
    expect((await send()).status).toBe(202);
    const ask = () => other.api.call('readCommand', { token: other.team.clerk, params: { key } });
    expect((await ask()).body).toEqual({ state: 'running' });
    await other.work();
    await deliverCommands({ store: other.workerStore, client: other.client, taskQueue: 'cases' });
    expect((await ask()).body).toMatchObject({
      state: 'done',
      answer: { stage: { id: 'investigating' }, sequence: 2 },
    });
    expect(await send()).toMatchObject({ status: 200, body: { sequence: 2 } });
    await other.close();
  });

  it('that cannot be reached at all is said at once, the step is kept for another try, and reading goes on', async () => {
    const world = await startCaseApi();
    const { id } = await world.submit();
    const engine = connectEngine({ address: await deadAddress(), namespace: 'none' });
    const actor = { staffId: world.idOf('clerk'), role: 'townshipClerk', division: TOWNSHIP } as const;
    const { store } = world.api;
    const scope = <Result>(work: (tx: Tx) => Promise<Result>) => store.withScope(actor, work);
    const deps = { store, engine, actor, scope };
    const wanted = {
      caseId: id,
      commandId: randomUUID(),
      owner: 'stage',
      action: 'accept',
      expectedVersion: 1,
      input: {},
    };
    await expect(performAction(deps, wanted, () => 'acceptance')).rejects.toMatchObject({ code: 'engineUnavailable' });
    expect((await world.read(id)).stage.id).toBe('submitted');
    expect((await performAction({ ...deps, engine: world.engine }, wanted, () => 'acceptance')).state).toBe('done');
    await engine.close();
    await world.close();
  });
});
