import { createHash } from 'node:crypto';
import { actionInputs } from '../../../api/cases/inputs';
import { versionOf, type Actor, type Command } from '../../../domain/lifecycle/command';
import { matters } from '../../../domain/lifecycle/matters';
import { actionOf } from '../../../domain/lifecycle/programmes';
import type { CaseState } from '../../../domain/lifecycle/state';
import { sendCommand } from '../../../store/engine/send-command';
import { uuidOf } from '../../../store/uuid';
import { holderOf } from '../staff/roster';
import type { SeedDeps } from './deps';
import type { Deed, Scene, Story } from './story';

const PATIENCE_MS = 20_000;

const send = async ({ deps, caseId }: Told, command: Command): Promise<CaseState> => {
  const sent = await sendCommand(deps.client, caseId, command, PATIENCE_MS);
  if (sent.state !== 'done')
    throw new Error(`the engine did not take ${command.action} of case ${caseId} (${sent.state})`);
  return sent.answer.state;
};

const ownerOf = (state: CaseState, { matter }: Deed): string => {
  if (!matter) return 'stage';
  const open = state.matters.find(({ kind }) => kind === matter);
  if (!open) throw new Error(`no open ${matter}`);
  return open.id;
};

/** The input as a row first, as the API does: the engine learns its id and hash. */
const keepInput = async (
  { store }: SeedDeps,
  caseId: string,
  commandId: string,
  kind: keyof typeof actionInputs,
  input: object,
  createdBy: string,
): Promise<Pick<Command, 'inputId' | 'inputHash'>> => {
  const content = actionInputs[kind].parse(input);
  const id = uuidOf(commandId, 'input');
  const inputHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const contentEnc = new Uint8Array(store.cipher.sealJson('case_input', 'content_enc', id, content));
  await store.prisma.caseInput.upsert({
    where: { id },
    create: { id, caseId, kind, contentEnc, hash: inputHash, createdBy },
    update: {},
  });
  return { inputId: id, inputHash };
};

export interface Told {
  readonly deps: SeedDeps;
  readonly story: Story;
  readonly caseId: string;
}

/** One deed of somebody in their post, as a command at its own instant. */
export const act = async (told: Told, state: CaseState, deed: Deed, step: number, scene: Scene): Promise<CaseState> => {
  const { deps, story, caseId } = told;
  const commandId = stepId(caseId, step);
  const account = holderOf(deed.by, story.division);
  const actor: Actor = { id: account.id, role: account.role, division: account.division };
  const owner = ownerOf(state, deed);
  const kind = deed.opens ? matters[deed.opens].needs : (actionOf(state, owner, deed.action)?.needs ?? 'none');
  const kept = await keepInput(deps, caseId, commandId, kind, (await deed.input?.(scene)) ?? {}, account.id);
  const expectedVersion = versionOf(state, owner);
  return send(told, {
    ...kept,
    commandId,
    action: deed.action,
    owner,
    actor,
    at: deps.days.instant(deed.on, step),
    ...(expectedVersion !== undefined && { expectedVersion }),
    ...(deed.opens && { matter: { id: uuidOf(commandId, 'matter'), kind: deed.opens } }),
  });
};

export const stepId = (caseId: string, step: number): string => uuidOf(caseId, 'step', step);
const handOverId = (caseId: string): string => uuidOf(caseId, 'handOver');

/** From here on the case lives by the engine's clock. */
export const handOver = async (told: Told): Promise<void> => {
  const { deps, story, caseId } = told;
  const actor: Actor = { id: null, role: 'system', division: story.division };
  await send(told, {
    commandId: handOverId(caseId),
    action: 'handOverClock',
    owner: 'stage',
    actor,
    inputHash: '',
    at: deps.days.now,
  });
};
