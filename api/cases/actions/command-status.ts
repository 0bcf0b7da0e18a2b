import { actorOf, type Context } from '../../context';
import type { Tx } from '../../deps';
import { COMMAND, type KeptCommand } from './deliver-later';

export interface CommandState {
  readonly state: 'done' | 'running' | 'refused';
  readonly caseId?: string;
  readonly refusal?: { readonly code: string; readonly message: string };
}

const isEvent = async (tx: Tx, caseId: string, commandId: string): Promise<boolean> =>
  (await tx.caseEvent.findUnique({ where: { caseId_commandId: { caseId, commandId } }, select: { id: true } })) !==
  null;

/** A command that was answered 202: its event is the last word, then what the worker heard. */
const delivered = async (tx: Tx, actorId: string, key: string): Promise<CommandState | undefined> => {
  const row = await tx.outbox.findFirst({
    where: {
      kind: COMMAND,
      AND: [{ payload: { path: ['actorId'], equals: actorId } }, { payload: { path: ['key'], equals: key } }],
    },
    orderBy: { id: 'desc' },
  });
  if (!row?.caseId) return undefined;
  const { command } = row.payload as unknown as KeptCommand;
  if (await isEvent(tx, row.caseId, command.commandId)) return { state: 'done', caseId: row.caseId };
  if (!row.doneAt || !row.lastError) return { state: 'running' };
  return { state: 'refused', refusal: JSON.parse(row.lastError) as { code: string; message: string } };
};

/** What became of the actor's own command under this key. */
export const commandOf = (context: Context, key: string): Promise<CommandState | undefined> =>
  context.scope(async (tx) => {
    const actorId = actorOf(context).staffId;
    const kept = await delivered(tx, actorId, key);
    if (kept) return kept;
    const answered = await tx.idempotentAnswer.findFirst({ where: { actorId, key }, orderBy: { createdAt: 'desc' } });
    if (!answered) return undefined;
    if (!answered.doneAt) return { state: 'running' };
    return { state: 'done', ...(answered.caseId && { caseId: answered.caseId }) };
  });
