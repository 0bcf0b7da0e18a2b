import type { Prisma } from '../../../generated/prisma/client';
import type { Command } from '../../../domain/lifecycle/command';
import { actorOf, type Context } from '../../context';

export const COMMAND = 'command';

/** What stands in the outbox for a command that the engine has not answered; the worker sends it again until it does. */
export interface KeptCommand {
  readonly actorId: string;
  readonly key: string;
  readonly command: Command;
}

/** Before anybody is told “accepted”, the command lies in the database: neither process may lose it. */
export const keepForDelivery = async (context: Context, caseId: string, command: Command): Promise<void> => {
  const payload: KeptCommand = { actorId: actorOf(context).staffId, key: context.key ?? '', command };
  await context.scope(async (tx) => {
    const where = { kind: COMMAND, caseId, payload: { path: ['command', 'commandId'], equals: command.commandId } };
    if (await tx.outbox.findFirst({ where, select: { id: true } })) return;
    await tx.outbox.create({ data: { kind: COMMAND, caseId, payload: payload as unknown as Prisma.InputJsonValue } });
  });
};
