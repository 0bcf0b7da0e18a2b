import type { Client } from '@temporalio/client';
import { AppError } from '../domain/errors';
import type { Command } from '../domain/lifecycle/command';
import type { CaseState } from '../domain/lifecycle/state';
import type { Prisma } from '../generated/prisma/client';
import type { Store } from '../store/client';
import { sendCommand } from '../store/engine/send-command';
import { startCaseWorkflow } from '../store/engine/start-case';

const BATCH = 50;
const PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

export interface DeliveryDeps {
  readonly store: Store;
  readonly client: Client;
  readonly taskQueue: string;
}

interface Waiting {
  readonly caseId: string | null;
  readonly payload: unknown;
  readonly attempts: number;
}

/** The workflow may be missing because nobody has started it yet, or because the engine lost it. */
const startAgain = async ({ store, client, taskQueue }: DeliveryDeps, caseId: string): Promise<void> => {
  const row = await store.prisma.case.findUniqueOrThrow({ where: { id: caseId }, select: { snapshot: true } });
  await startCaseWorkflow(client, row.snapshot as unknown as CaseState, taskQueue);
};

/** Asked again soon, then less often, at least once a minute: somebody waits for the answer. */
const nextTry = (attempts: number): Date =>
  new Date(Date.now() + Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS));

const outcomeOf = async (
  deps: DeliveryDeps,
  { caseId, payload, attempts }: Waiting,
): Promise<Prisma.OutboxUpdateInput> => {
  const { command } = payload as { readonly command: Command };
  const again = { attempts: { increment: 1 }, dueAt: nextTry(attempts) };
  try {
    const sent = await sendCommand(deps.client, caseId ?? '', command, PATIENCE_MS);
    if (sent.state === 'gone') await startAgain(deps, caseId ?? '');
    return sent.state === 'done' ? { doneAt: new Date(), lastError: null } : again;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'engineUnavailable') throw error;
    const lastError = JSON.stringify({ code: error.code, message: error.message });
    // A case that needs repair keeps its command; it must not hold up the others.
    return error.code === 'engineOutOfStep' ? { ...again, lastError } : { doneAt: new Date(), lastError };
  }
};

/** Sends again what an officer was answered 202 for. The command's id makes it one step, however often it is sent. */
export const deliverCommands = async (deps: DeliveryDeps): Promise<number> => {
  const { outbox } = deps.store.prisma;
  const waiting = await outbox.findMany({
    where: { kind: 'command', doneAt: null, dueAt: { lte: new Date() } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: BATCH,
  });
  for (const row of waiting) await outbox.update({ where: { id: row.id }, data: await outcomeOf(deps, row) });
  return waiting.length;
};
