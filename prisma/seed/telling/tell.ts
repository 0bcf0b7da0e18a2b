import { AppError } from '../../../domain/errors';
import { engine } from '../../../domain/lifecycle/engine';
import { initialState, type CaseState } from '../../../domain/lifecycle/state';
import { startCaseWorkflow } from '../../../store/engine/start-case';
import { uuidOf } from '../../../store/uuid';
import { act, handOver, stepId, type Told } from './act';
import type { SeedDeps } from './deps';
import { isFinding, recordFinding } from './find';
import { personsOf, sceneOf } from './scene';
import type { Step, Story } from './story';
import { submitStory } from './submit';

export const caseIdOf = (story: Pick<Story, 'key'>): string => uuidOf('seed', 'story', story.key);

/** Where the story stopped short, with the refusal: only a calendar that ends too early should do that. */
export interface ToldStory {
  readonly key: string;
  readonly short?: string;
}

const isTold = async ({ store }: SeedDeps, caseId: string): Promise<boolean> =>
  (await store.prisma.case.count({ where: { id: caseId, OR: [{ stage: 'closed' }, { clock: 'engine' }] } })) > 0;

const begin = async (deps: SeedDeps, story: Story, caseId: string): Promise<Told> => {
  const { store, client, taskQueue } = deps;
  await submitStory(deps, caseId, story);
  await startCaseWorkflow(client, initialState(caseId, 'dibao', story.division, 'manual'), taskQueue);
  await store.prisma.case.updateMany({
    where: { id: caseId, engineStartedAt: null },
    data: { engineStartedAt: new Date() },
  });
  return { deps, story, caseId };
};

const handleOf = ({ deps, caseId }: Told) => deps.client.workflow.getHandle(engine.workflowId(caseId));

const wake = (told: Told, at: number): Promise<CaseState> =>
  handleOf(told).executeUpdate<CaseState, [{ at: number }]>(engine.updates.wake, { args: [{ at }] });

const doStep = async (
  told: Told,
  state: CaseState,
  step: Step,
  index: number,
  persons: ReadonlyMap<string, string>,
): Promise<CaseState> => {
  const { deps, story, caseId } = told;
  const at = deps.days.instant(step.on, index);
  const here = state.alarms[0] && state.alarms[0].at <= at ? await wake(told, at) : state;
  if ('wait' in step) return here;
  const scene = sceneOf(deps, story, caseId, persons, step.on, index);
  if (!isFinding(step)) return act(told, here, step, index, scene);
  await recordFinding(deps, caseId, step, index, scene.person(step.person));
  return here;
};

const tellSteps = async (told: Told): Promise<void> => {
  const { deps, story, caseId } = told;
  const persons = await personsOf(deps, story);
  const events = await deps.store.prisma.caseEvent.findMany({ where: { caseId }, select: { commandId: true } });
  const done = new Set(events.map(({ commandId }) => commandId));
  let state = await handleOf(told).executeUpdate<CaseState, []>(engine.updates.settled, { args: [] });
  for (const [index, step] of story.steps.entries()) {
    if (!done.has(stepId(caseId, index + 1))) state = await doStep(told, state, step, index + 1, persons);
  }
  if (state.alarms[0] && state.alarms[0].at <= deps.days.now) await wake(told, deps.days.now);
};

/** Tells a story from where it stands: told twice, or after a kill in the middle, it comes to the same end. */
export const tell = async (deps: SeedDeps, story: Story): Promise<ToldStory> => {
  const caseId = caseIdOf(story);
  if (await isTold(deps, caseId)) return { key: story.key };
  const told = await begin(deps, story, caseId);
  let short: string | undefined;
  try {
    await tellSteps(told);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    short = error.message;
  }
  if (story.ends !== 'closed' || short) await handOver(told);
  return { key: story.key, ...(short && { short }) };
};
