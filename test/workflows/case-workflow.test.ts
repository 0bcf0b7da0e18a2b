import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { WorkflowBundle } from '@temporalio/worker';
import type { Command } from '../../domain/lifecycle/command';
import { engine, engineFailures, type StepAnswer } from '../../domain/lifecycle/engine';
import { initialState, type Alarm, type CaseState, type Patch } from '../../domain/lifecycle/state';
import { builtWorkflows, testWorker, timeSkippingServer } from '../support/time-skipping';

const DAY = 86_400_000;
const clerk = { id: '00000000-0000-4000-8000-000000000001', role: 'townshipClerk', division: '530581001' } as const;

/** An activity that answers from a script and keeps what it was asked. */
const scripted = (script: (state: CaseState, command: Command) => Patch) => {
  const told: Command[] = [];
  let inside = 0;
  let most = 0;
  return {
    told,
    most: () => most,
    applyStep: async (state: CaseState, command: Command): Promise<Patch> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      told.push(command);
      inside -= 1;
      return script(state, command);
    },
  };
};

let env: TestWorkflowEnvironment;
let bundle: WorkflowBundle;
beforeAll(async () => {
  bundle = builtWorkflows();
  env = await timeSkippingServer();
});
afterAll(() => env.teardown());

const withCase = async (
  name: string,
  activities: object,
  work: (handle: WorkflowHandleWithFirstExecutionRunId) => Promise<void>,
): Promise<void> => {
  const worker = await testWorker(env, bundle, name, activities);
  const state = { ...initialState(name, 'dibao', '530581001000', 'engine' as const) };
  await worker.runUntil(async () => {
    const handle = await env.client.workflow.start(engine.caseWorkflow, {
      taskQueue: name,
      workflowId: engine.workflowId(name),
      args: [state],
    });
    await handle.executeUpdate(engine.updates.settled);
    await work(handle);
    await handle.terminate();
  });
};

const act = (
  handle: WorkflowHandleWithFirstExecutionRunId,
  action: string,
  more: Partial<Command> = {},
): Promise<StepAnswer> =>
  handle.executeUpdate<StepAnswer, [Command]>(engine.updates.act, {
    args: [
      { commandId: `${action}-${more.inputHash ?? ''}`, action, owner: 'stage', actor: clerk, inputHash: '', ...more },
    ],
  });

const alarm = (deadlineId: string, at: number, type: Alarm['type'] = 'due'): Alarm => ({
  deadlineId,
  owner: 'stage',
  kind: 'decision',
  at,
  type,
  level: 0,
});
const submitted: Patch = { stage: 'submitted', bump: ['stage'] };

describe('the case workflow', () => {
  test('of eight officers at once one is inside, and all are answered', async () => {
    const activities = scripted((_state, { action }) =>
      action === 'submit' ? { stage: 'investigating', bump: ['stage'] } : { bump: [] },
    );
    await withCase('eight', activities, async (handle) => {
      await Promise.all(
        Array.from({ length: 8 }, (_, index) => act(handle, 'recordVisit', { inputHash: String(index) })),
      );
      expect(activities.told).toHaveLength(9);
      expect(activities.most()).toBe(1);
      expect((await handle.query<CaseState>(engine.queries.state)).sequence).toBe(9);
    });
  });

  test('the second of two decisions on one version is stale and leaves no trace', async () => {
    const activities = scripted((_state, { action }) => (action === 'submit' ? submitted : { bump: ['stage'] }));
    await withCase('two', activities, async (handle) => {
      const both = await Promise.allSettled([
        act(handle, 'forward', { expectedVersion: 1, inputHash: 'a' }),
        act(handle, 'forward', { expectedVersion: 1, inputHash: 'b' }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(activities.told.map(({ action }) => action)).toEqual(['submit', 'forward']);
    });
  });

  test('a refusal of the activity is the answer of the update, and the case goes on', async () => {
    const activities = scripted((_state, { action }) => {
      if (action === 'accept')
        throw ApplicationFailure.create({ type: 'assessmentContradicts', message: '不符合', nonRetryable: true });
      return action === 'submit' ? submitted : { bump: ['stage'] };
    });
    await withCase('refused', activities, async (handle) => {
      await expect(act(handle, 'accept', { expectedVersion: 1 })).rejects.toMatchObject({
        cause: { type: 'assessmentContradicts' },
      });
      expect((await act(handle, 'forward', { expectedVersion: 1 })).state.sequence).toBe(2);
    });
  });

  test('alarms ring at their instants with nobody touching the case, earliest first, once each', async () => {
    const start = await env.currentTimeMs();
    const activities = scripted((_state, { action, alarm: rung }) =>
      action === 'submit'
        ? { ...submitted, alarms: [alarm('late', start + 20 * DAY), alarm('early', start + 5 * DAY, 'remind')] }
        : { bump: [], fired: { deadlineId: rung!.deadlineId, at: rung!.at, type: rung!.type, level: rung!.level } },
    );
    await withCase('alarms', activities, async (handle) => {
      await env.sleep(4 * DAY);
      expect(activities.told).toHaveLength(1);
      await env.sleep(2 * DAY);
      expect(activities.told.map(({ alarm: rung }) => rung?.deadlineId)).toEqual([undefined, 'early']);
      await env.sleep(30 * DAY);
      expect(activities.told.map(({ alarm: rung, at }) => [rung?.deadlineId, (at ?? 0) - start > 0])).toHaveLength(3);
      expect(activities.told[2]).toMatchObject({
        at: start + 20 * DAY,
        alarm: { deadlineId: 'late' },
        actor: { role: 'system' },
      });
      expect((await handle.query<CaseState>(engine.queries.state)).alarms).toEqual([]);
    });
  });

  test('an alarm whose step fails is tried again later, and meanwhile the case can be acted on', async () => {
    const start = await env.currentTimeMs();
    let broken = true;
    const activities = scripted((_state, { action, alarm: rung }) => {
      if (action === 'submit') return { ...submitted, alarms: [alarm('one', start + DAY)] };
      if (!rung) return { bump: ['stage'] };
      if (broken) throw ApplicationFailure.create({ type: engineFailures.broken, message: '-', nonRetryable: true });
      return { bump: [], fired: { deadlineId: rung.deadlineId, at: rung.at, type: rung.type, level: rung.level } };
    });
    await withCase('broken', activities, async (handle) => {
      await env.sleep(DAY + 60_000);
      expect((await handle.query<CaseState>(engine.queries.state)).alarms).toHaveLength(1);
      broken = false;
      await env.sleep(DAY);
      expect((await handle.query<CaseState>(engine.queries.state)).alarms).toEqual([]);
      expect((await act(handle, 'forward', { expectedVersion: 1 })).state.sequence).toBe(3);
    });
  });

  test('a phase change starts a new run that keeps state and timers', async () => {
    const start = await env.currentTimeMs();
    const activities = scripted((_state, { action, alarm: rung }) => {
      if (action === 'submit') return { stage: 'confirming', bump: ['stage'] };
      if (action === 'confirm')
        return { stage: 'benefiting', bump: ['stage'], alarms: [alarm('recheck', start + 400 * DAY)] };
      return { bump: [], fired: { deadlineId: rung!.deadlineId, at: rung!.at, type: rung!.type, level: rung!.level } };
    });
    await withCase('phase', activities, async (handle) => {
      const first = (await handle.describe()).runId;
      await act(handle, 'confirm', { expectedVersion: 1, actor: { ...clerk, role: 'countyApprover' } });
      await env.sleep(DAY);
      expect((await env.client.workflow.getHandle(handle.workflowId).describe()).runId).not.toBe(first);
      await env.sleep(400 * DAY);
      expect(activities.told.at(-1)).toMatchObject({ action: 'alarm', at: start + 400 * DAY });
    });
  });

  test('on the manual clock nothing rings until the driver says the hour', async () => {
    const start = await env.currentTimeMs();
    const activities = scripted((_state, { action, alarm: rung }) =>
      action === 'submit'
        ? { ...submitted, clock: 'manual', alarms: [alarm('one', start + DAY), alarm('two', start + 2 * DAY)] }
        : { bump: [], fired: { deadlineId: rung!.deadlineId, at: rung!.at, type: rung!.type, level: rung!.level } },
    );
    await withCase('manual', activities, async (handle) => {
      await env.sleep(10 * DAY);
      expect(activities.told).toHaveLength(1);
      await handle.executeUpdate<CaseState, [{ at: number }]>(engine.updates.wake, {
        args: [{ at: start + 1.5 * DAY }],
      });
      expect(activities.told.map(({ alarm: rung }) => rung?.deadlineId)).toEqual([undefined, 'one']);
    });
  });

  test('what fell due comes before what people do', async () => {
    const start = await env.currentTimeMs();
    const activities = scripted((_state, { action, alarm: rung }) =>
      action === 'submit'
        ? { stage: 'publicised', bump: ['stage'], clock: 'manual', alarms: [alarm('notice', start + DAY)] }
        : {
            bump: ['stage'],
            stage: 'reviewing',
            ...(rung && { fired: { deadlineId: rung.deadlineId, at: rung.at, type: rung.type, level: rung.level } }),
          },
    );
    await withCase('order', activities, async (handle) => {
      await expect(act(handle, 'raiseObjection', { expectedVersion: 1, at: start + 2 * DAY })).rejects.toMatchObject({
        cause: { type: 'actionNotAllowed' },
      });
      expect((await handle.query<CaseState>(engine.queries.state)).stage).toBe('reviewing');
    });
  });
});
