import type { Prisma } from '../../../generated/prisma/client';
import type { Command } from '../../../domain/lifecycle/command';
import type { Context } from '../../context';

export const COMMAND = 'command';

/** What stands in the outbox for a command that the engine has not answered; the worker sends it again until it does. */
export interface KeptCommand {
  readonly actorId: string;
  readonly key: string;
  readonly command: Command;
}

/** Before anybody is told “accepted”, the command lies in the database: neither process may lose it. */
export const keepForDelivery = async (
  { scope, actorId, key }: Pick<Context, 'scope'> & { readonly actorId: string; readonly key: string },
  caseId: string,
  command: Command,
): Promise<void> => {
  const payload: KeptCommand = { actorId, key, command };
  await scope(async (tx) => {
    const where = { kind: COMMAND, caseId, payload: { path: ['command', 'commandId'], equals: command.commandId } };
    if (await tx.outbox.findFirst({ where, select: { id: true } })) return;
    await tx.outbox.create({ data: { kind: COMMAND, caseId, payload: payload as unknown as Prisma.InputJsonValue } });
  });
};
