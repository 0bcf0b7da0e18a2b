import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { dibao } from '../../domain/lifecycle/dibao';
import { createDataConverter } from '../../store/engine/data-converter';
import { testKeyRing } from '../support/key-ring';
import { builtWorkflows, bundleWorkflows } from '../support/time-skipping';
import { recorded } from './recorded';

/** @clause 一(四) cases that run for years go on with the workflow code of today */
const histories = recorded();

/** What the replay finds wrong, by history. */
const replay = async (workflowsPath?: string): Promise<Readonly<Record<string, string | undefined>>> => {
  const results = Worker.runReplayHistories(
    {
      workflowBundle: workflowsPath ? await bundleWorkflows(workflowsPath) : builtWorkflows(),
      dataConverter: createDataConverter(testKeyRing().payloads),
    },
    histories.map(({ name, history }) => ({ workflowId: name, history })),
  );
  const found: Record<string, string | undefined> = {};
  for await (const { workflowId, error } of results) found[workflowId] = error?.name;
  return found;
};

beforeAll(() => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'off' } } });
});

test('every recorded history is replayed by the present workflow', async () => {
  expect(await replay()).toEqual(Object.fromEntries(histories.map(({ name }) => [name, undefined])));
});

test('a workflow that was changed without care is refused by every one of them', async () => {
  const found = await replay(join(__dirname, 'changed-workflows.ts'));
  expect(found).toEqual(Object.fromEntries(histories.map(({ name }) => [name, 'DeterminismViolationError'])));
});

test('the histories pass through every stage of the table', () => {
  const passed = new Set(histories.flatMap(({ history }) => stagesOf(history.events)));
  expect([...passed].sort()).toEqual(Object.keys(dibao).sort());
});

interface Upsert {
  readonly upsertWorkflowSearchAttributesEventAttributes?: {
    readonly searchAttributes: { readonly indexedFields: Readonly<Record<string, { readonly data: string }>> };
  };
}

/** The stages that a history published as it went. */
const stagesOf = (events: readonly Upsert[]): readonly string[] =>
  events.flatMap(({ upsertWorkflowSearchAttributesEventAttributes: upsert }) => {
    const stage = upsert?.searchAttributes.indexedFields['CaseStage'];
    return stage ? [JSON.parse(Buffer.from(stage.data, 'base64').toString()) as string] : [];
  });
