import { civilDateAt } from '../../domain/civil-date';

import { engine } from '../../domain/lifecycle/engine';
import type { CaseState } from '../../domain/lifecycle/state';
import type { Prisma } from '../../generated/prisma/client';
import { stateOf } from '../../store/cases/load';
import { newEpoch } from '../../store/engine/new-epoch';
import { rebuildCaseWorkflow } from '../../store/engine/start-case';
import { staffId, type CaseWorld, type Doing, type TestCase } from '../support/case-world';

/** What the workflow itself holds of a case. */
export const engineState = (world: CaseWorld, caseId: string): Promise<CaseState> =>
  world.client.workflow.getHandle(engine.workflowId(caseId)).query<CaseState>(engine.queries.state);

export const repair = async (world: CaseWorld, caseId: string): Promise<CaseState> => {
  const state = await world.store.prisma.$transaction((tx) => newEpoch(tx, caseId, new Date()));
  await rebuildCaseWorkflow(world.client, state, world.taskQueue);
  return state;
};

/** Moves the running limit of a kind in the database, as if it ended then, and rebuilds the case from it. */
export const moveLimit = async (world: CaseWorld, one: TestCase, kind: string, at: number): Promise<void> => {
  const { prisma } = world.store;
  await prisma.deadline.updateMany({
    where: { caseId: one.id, kind, state: 'running' },
    data: { dueAt: new Date(at) },
  });
  const held = stateOf(await prisma.case.findUniqueOrThrow({ where: { id: one.id } }));
  const alarms = held.alarms
    .filter((alarm) => alarm.kind !== kind || alarm.type === 'due')
    .map((alarm) => (alarm.kind === kind ? { ...alarm, at } : alarm))
    .sort((a, b) => a.at - b.at);
  const snapshot = { ...held, alarms } as unknown as Prisma.InputJsonValue;
  await prisma.case.update({ where: { id: one.id }, data: { snapshot } });
  await repair(world, one.id);
};

/** A step that adds to the file of a case under investigation, as often as one likes. */
export const neighbourVisit = (number = 1): Doing => ({
  by: 'townshipClerk',
  number,
  input: {
    visitedOn: civilDateAt(Date.now()),
    investigators: [{ staffId: staffId('townshipClerk', number) }, { name: '某驻村干部' }],
    neighbours: 3,
    findings: '邻里反映情况属实',
  },
});

export const startInvestigation = async (one: TestCase): Promise<void> => {
  const investigators = [{ staffId: staffId('townshipClerk', 2) }, { name: '某驻村干部' }];
  await one.act('accept', { by: 'townshipClerk' });
  await one.act('startInvestigation', { by: 'townshipClerk', input: { investigators } });
};

/** The type of failure by which an update was refused; undefined where it was not. */
export const refusalOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: { readonly cause?: { readonly type?: string } }) => {
      if (error.cause?.type === undefined) throw error;
      return error.cause.type;
    },
  );
