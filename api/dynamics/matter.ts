import { createHash } from 'node:crypto';
import { dynamicsKinds, matterOf, type DynamicsKind } from '../../domain/dynamics/kinds';
import { AppError } from '../../domain/errors';
import { openMatterRefusal, type Command } from '../../domain/lifecycle/command';
import { matters, type MatterKind } from '../../domain/lifecycle/matters';
import type { DynamicsItem, Prisma } from '../../generated/prisma/client';
import { stateOf } from '../../store/cases/load';
import { uuidOf } from '../../store/uuid';
import { caseInScope } from '../cases/access';
import { COMMAND } from '../cases/actions/deliver-later';
import { actionInputs } from '../cases/inputs';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';

const inputOf = (kind: MatterKind, item: DynamicsItem, note: string, today: string): unknown => {
  const description = `${dynamicsKinds[item.kind as DynamicsKind].label}(${item.onDate}):${note}`;
  return kind === 'recheck'
    ? { reason: description }
    : { what: 'other', happenedOn: today, description, reportedBy: 'dynamics' };
};

/**
 * Opens the matter that fits, through the engine as for anybody: the command lies in the outbox in the transaction of the
 * decision, so that neither is there without the other. Answers kind and id of the matter.
 * @throws AppError where the case cannot take such a matter now
 */
export const openMatterFor = async (
  context: Context,
  tx: Tx,
  item: DynamicsItem,
  { note, today }: { readonly note: string; readonly today: string },
): Promise<{ readonly kind: MatterKind; readonly id: string }> => {
  const actor = actorOf(context);
  const kind = matterOf(item.kind as DynamicsKind);
  if (!kind) throw new AppError('refused', '这一项期满由系统自动办理,不需要转办事项');
  const row = await caseInScope(context, tx, item.caseId);
  const refusal = openMatterRefusal(stateOf(row), kind, actor.role);
  if (refusal) throw new AppError('refused', `不能转办:${refusal.says}`);
  const commandId = uuidOf('dynamics', item.id);
  const matter = { id: uuidOf(commandId, 'matter'), kind };
  const content = actionInputs[matters[kind].needs].parse(inputOf(kind, item, note, today));
  const inputHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const inputId = uuidOf(commandId, 'input');
  const contentEnc = new Uint8Array(context.store.cipher.sealJson('case_input', 'content_enc', inputId, content));
  await tx.caseInput.create({
    data: {
      id: inputId,
      caseId: item.caseId,
      kind: matters[kind].needs,
      contentEnc,
      hash: inputHash,
      createdBy: actor.staffId,
    },
    select: { id: true },
  });
  const command: Command = {
    commandId,
    action: 'openMatter',
    owner: 'stage',
    actor: { id: actor.staffId, role: actor.role, division: actor.division },
    inputHash,
    inputId,
    matter,
  };
  const payload = { actorId: actor.staffId, key: commandId, command } as unknown as Prisma.InputJsonValue;
  await tx.outbox.create({ data: { kind: COMMAND, caseId: item.caseId, payload }, select: { id: true } });
  return { kind, id: matter.id };
};
