import { createHash } from 'node:crypto';
import type { Deadline, Prisma } from '../../generated/prisma/client';
import { applyPatch, isFinished, type CaseState } from '../../domain/lifecycle/state';
import { uuidOf } from '../../store/uuid';
import type { Outcome, StepContext } from './context';
import { earliestOf, openLimits } from './open-limits';
import type { Happening, Settled } from './settle';
import { writeDeadlines } from './write-deadlines';

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

export const letterIdOf = (context: StepContext): string => uuidOf(context.row.id, context.command.commandId, 'letter');

const writeEvent = (context: StepContext, happening: Happening, settled: Settled, sentence: string) => {
  const { tx, row, command, state, at } = context;
  const { outcome } = happening;
  const opened = outcome.opens?.[0];
  const summary = {
    ...outcome.summary,
    ...(context.emergency && { emergency: context.emergency.code }),
    ...(outcome.letter && { letterId: letterIdOf(context) }),
    ...(opened && { matterId: opened.id, kind: opened.kind, ...(opened.personId && { personId: opened.personId }) }),
  };
  return tx.caseEvent.create({
    data: {
      id: uuidOf(row.id, command.commandId, 'event'),
      caseId: row.id,
      sequence: state.sequence + 1,
      epoch: state.epoch,
      commandId: command.commandId,
      action: happening.action,
      owner: happening.owner,
      stage: state.stage,
      // The engine takes the first step for whoever filed the application.
      actorId: happening.action === 'submit' ? row.submittedBy : command.actor.id,
      actorRole: command.actor.role,
      actorDivision: command.actor.division,
      at: new Date(at),
      inputId: command.inputId ?? null,
      inputHash: command.inputHash,
      summary: json(summary),
      patch: json(settled.patch),
      sentence,
    },
    select: { id: true },
  });
};

const writeLetter = async (context: StepContext, { letter }: Outcome, owner: string): Promise<void> => {
  if (!letter) return;
  await context.tx.letter.create({
    data: {
      id: letterIdOf(context),
      caseId: context.row.id,
      matterId: owner === 'stage' ? null : owner,
      kind: letter.kind,
      title: letter.title,
      body: letter.body,
      hash: createHash('sha256').update(letter.body).digest('hex'),
      sequence: context.state.sequence + 1,
      createdAt: new Date(context.at),
    },
    select: { id: true },
  });
};

const writeMatters = async (context: StepContext, { outcome }: Happening, { patch }: Settled): Promise<void> => {
  const { tx, row, command, at } = context;
  for (const matter of patch.matters ?? []) {
    const opened = outcome.opens?.find(({ id }) => id === matter.id);
    const closed = matter.step === 'done' ? { closedAt: new Date(at), outcome: outcome.matterOutcome ?? null } : {};
    if (opened) {
      await tx.matter.create({
        data: {
          id: matter.id,
          caseId: row.id,
          kind: matter.kind,
          step: matter.step,
          personId: opened.personId ?? null,
          division: opened.division ?? null,
          openedAt: new Date(at),
          openedBy: command.actor.id,
        },
      });
    } else {
      await tx.matter.update({
        where: { id: matter.id },
        data: { step: matter.step, version: { increment: 1 }, ...closed },
      });
    }
  }
};

const writeCase = async (
  context: StepContext,
  { outcome }: Happening,
  state: CaseState,
  nextDueAt: Date | null,
): Promise<void> => {
  const { tx, row, at } = context;
  await tx.case.update({
    where: { id: row.id },
    data: {
      ...outcome.caseChanges,
      stage: state.stage,
      stageVersion: state.stageVersion,
      sequence: state.sequence,
      clock: state.clock,
      snapshot: json(state),
      nextDueAt,
      ...(state.stage !== context.state.stage && { stageSince: new Date(at) }),
      ...(isFinished(state) && { closedAt: new Date(at) }),
    },
    select: { id: true },
  });
};

/** Writes all of a step; the caller's transaction makes it one. */
export const writeStep = async (
  context: StepContext,
  happening: Happening,
  settled: Settled,
  running: readonly Deadline[],
  sentence: string,
): Promise<CaseState> => {
  const state = applyPatch(context.state, settled.patch);
  await writeEvent(context, happening, settled, sentence);
  await writeLetter(context, happening.outcome, happening.owner);
  await writeMatters(context, happening, settled);
  await writeDeadlines(context, settled, running);
  await writeCase(context, happening, state, earliestOf(openLimits(running, settled)));
  return state;
};
