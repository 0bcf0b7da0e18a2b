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

const tellSteps = async (told: Told, steps: readonly Step[]): Promise<CaseState> => {
  const { deps, story, caseId } = told;
  const persons = await personsOf(deps, story);
  const events = await deps.store.prisma.caseEvent.findMany({ where: { caseId }, select: { commandId: true } });
  const done = new Set(events.map(({ commandId }) => commandId));
  let state = await handleOf(told).executeUpdate<CaseState, []>(engine.updates.settled, { args: [] });
  for (const [index, step] of steps.entries()) {
    if (!done.has(stepId(caseId, index + 1))) state = await doStep(told, state, step, index + 1, persons);
  }
  return state;
};

const catchUp = async (told: Told, { alarms }: CaseState): Promise<void> => {
  const { now } = told.deps.days;
  if (alarms[0] && alarms[0].at <= now) await wake(told, now);
};

const tellTo = async (deps: SeedDeps, story: Story, steps: readonly Step[], isEnd: boolean): Promise<ToldStory> => {
  const caseId = caseIdOf(story);
  if (await isTold(deps, caseId)) return { key: story.key };
  const told = await begin(deps, story, caseId);
  let short: string | undefined;
  try {
    const state = await tellSteps(told, steps);
    if (isEnd) await catchUp(told, state);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    short = error.message;
  }
  if (short || (isEnd && story.ends !== 'closed')) await handOver(told);
  return { key: story.key, ...(short && { short }) };
};

/**
 * Tells a story from where it stands, as far as it goes before the county pays: told twice, or after a kill in the middle,
 * it comes to the same end.
 */
export const tell = (deps: SeedDeps, story: Story): Promise<ToldStory> =>
  tellTo(deps, story, story.steps, story.later === undefined);

/** The rest of a story that waited for the county to pay. */
export const tellLater = (deps: SeedDeps, story: Story): Promise<ToldStory> =>
  tellTo(deps, story, [...story.steps, ...(story.later ?? [])], true);
