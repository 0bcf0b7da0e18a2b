import { createHash } from 'node:crypto';
import type { Command } from '../domain/lifecycle/command';
import type { MatterKind } from '../domain/lifecycle/matters';
import type { Prisma } from '../generated/prisma/client';
import { uuidOf } from '../store/uuid';
import type { StepContext, Tx } from './steps/context';

interface Opening {
  readonly caseId: string;
  readonly division: string;
  /** The same for every attempt: the engine opens one matter, however often it is asked. */
  readonly commandId: string;
  readonly kind: MatterKind;
  readonly inputKind: string;
  readonly content: object;
}

/** The engine opens the matter as for anybody else; until it has, the command waits in the outbox. Answers the matter's id. */
export const openBySystem = async (tx: Tx, cipher: StepContext['cipher'], opening: Opening): Promise<string> => {
  const { caseId, division, commandId, kind, inputKind, content } = opening;
  const matterId = uuidOf(commandId, 'matter');
  const inputId = uuidOf(commandId, 'input');
  const inputHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const contentEnc = cipher.sealJson('case_input', 'content_enc', inputId, content);
  await tx.caseInput.create({ data: { id: inputId, caseId, kind: inputKind, contentEnc, hash: inputHash } });
  const command: Command = {
    commandId,
    action: 'openMatter',
    owner: 'stage',
    actor: { id: null, role: 'system', division },
    inputHash,
    inputId,
    matter: { id: matterId, kind },
  };
  const payload = { actorId: '', key: commandId, command } as unknown as Prisma.InputJsonValue;
  await tx.outbox.create({ data: { kind: 'command', caseId, payload } });
  return matterId;
};
