import type { Client } from '@temporalio/client';
import { AppError } from '../domain/errors';
import type { Command } from '../domain/lifecycle/command';
import type { CaseState } from '../domain/lifecycle/state';
import type { Store } from '../store/client';
import { sendCommand } from '../store/engine/send-command';
import { startCaseWorkflow } from '../store/engine/start-case';

const BATCH = 50;
const PATIENCE_MS = 10_000;

export interface DeliveryDeps {
  readonly store: Store;
  readonly client: Client;
  readonly taskQueue: string;
}

interface Waiting {
  readonly id: bigint;
  readonly caseId: string | null;
  readonly payload: unknown;
}

/** The workflow may be missing because nobody has started it yet, or because the engine lost it. */
const startAgain = async ({ store, client, taskQueue }: DeliveryDeps, caseId: string): Promise<void> => {
  const row = await store.prisma.case.findUniqueOrThrow({ where: { id: caseId }, select: { snapshot: true } });
  await startCaseWorkflow(client, row.snapshot as unknown as CaseState, taskQueue);
};

const deliver = async (deps: DeliveryDeps, { id, caseId, payload }: Waiting): Promise<void> => {
  const { store, client } = deps;
  const { command } = payload as { readonly command: Command };
  try {
    const sent = await sendCommand(client, caseId ?? '', command, PATIENCE_MS);
    if (sent.state === 'gone') await startAgain(deps, caseId ?? '');
    const done = sent.state === 'done' ? { doneAt: new Date() } : { attempts: { increment: 1 } };
    await store.prisma.outbox.update({ where: { id }, data: done });
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'engineUnavailable') throw error;
    const lastError = JSON.stringify({ code: error.code, message: error.message });
    await store.prisma.outbox.update({ where: { id }, data: { doneAt: new Date(), lastError } });
  }
};

/** Sends again what an officer was answered 202 for. The command's id makes it one step, however often it is sent. */
export const deliverCommands = async (deps: DeliveryDeps): Promise<number> => {
  const waiting = await deps.store.prisma.outbox.findMany({
    where: { kind: 'command', doneAt: null },
    orderBy: { id: 'asc' },
    take: BATCH,
  });
  for (const row of waiting) await deliver(deps, row);
  return waiting.length;
};
