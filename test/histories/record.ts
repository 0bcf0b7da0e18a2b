import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { createActivities } from '../../activities/create-activities';
import { engine } from '../../domain/lifecycle/engine';
import type { Command } from '../../domain/lifecycle/command';
import type { CaseState } from '../../domain/lifecycle/state';
import { createRulebook } from '../../store/rulebook';
import { devWorld, type DevWorld } from '../support/dev-world';
import globalSetup from '../support/global-setup';
import globalTeardown from '../support/global-teardown';
import { family, scenes, type Studio } from './scenes';
import { testFiles } from '../support/test-files';

/** Activities whose first try fails for the cases named, as when the database is away for a moment. */
const studioOf = async (world: DevWorld): Promise<Studio> => {
  const away = new Set<string>();
  const failed = new Set<string>();
  const activities = createActivities({ store: world.store, rulebook: createRulebook(), files: testFiles(world.store) });
  const applyStep = (state: CaseState, command: Command) => {
    if (!away.has(state.caseId) || failed.has(command.commandId)) return activities.applyStep(state, command);
    failed.add(command.commandId);
    return Promise.reject(new Error('the database is away'));
  };
  await world.run({ activities: { ...activities, applyStep } });
  let families = 0;
  return { ...world, away, family: () => family((families += 1)).application };
};

/** The runs of a case, first to last. */
const runsOf = async (world: DevWorld, caseId: string): Promise<readonly string[]> => {
  const runs: string[] = [];
  let next = (await world.client.workflow.getHandle(engine.workflowId(caseId)).describe()).runId;
  while (next) {
    runs.unshift(next);
    const { events } = await world.client.workflow.getHandle(engine.workflowId(caseId), next).fetchHistory();
    next = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  }
  return runs;
};

const record = async (world: DevWorld, name: string, caseId: string, runs: number): Promise<void> => {
  for (const [index, runId] of (await runsOf(world, caseId)).slice(-runs).entries()) {
    const history = await world.client.workflow.getHandle(engine.workflowId(caseId), runId).fetchHistory();
    const file = join(__dirname, `${name}${index > 0 ? `-${index + 1}` : ''}.json`);
    writeFileSync(file, `${JSON.stringify(JSON.parse(historyToJSON(history)))}\n`);
    console.log(`${file}: ${history.events?.length ?? 0} events`);
  }
};

/** Plays every scene against real servers and keeps the histories; see CONTRIBUTING.md. */
const main = async (): Promise<void> => {
  const wanted = process.argv.slice(2);
  await globalSetup();
  const world = await devWorld();
  const studio = await studioOf(world);
  if (wanted.length === 0)
    for (const file of readdirSync(__dirname)) if (file.endsWith('.json')) rmSync(join(__dirname, file));
  for (const { name, runs = 1, play } of scenes)
    if (wanted.length === 0 || wanted.includes(name)) await record(world, name, await play(studio), runs);
  await world.close();
  await globalTeardown();
};

main().catch(async (error: unknown) => {
  console.error(error);
  process.exitCode = 1;
  await globalTeardown();
  process.exit();
});
