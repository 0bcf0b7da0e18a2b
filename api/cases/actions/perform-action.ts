import { AppError } from '../../../domain/errors';
import { actionsNow } from '../../../domain/lifecycle/actions-now';
import { refusalOf, type Command } from '../../../domain/lifecycle/command';
import { unmetOf } from '../../../domain/lifecycle/guards';
import { loadFacts, stateOf } from '../../../store/cases/load';
import { uuidOf } from '../../../store/uuid';
import type { Deps, Tx } from '../../deps';
import { problemRow } from '../../http/problems';
import { actingAs, caseInScope, type CaseActor, type CaseInScope } from '../access';
import { readActionInput, underPath, type ReadInput } from './read-input';
import { requireOwnReferences } from './references';
import { handOver, startFromDatabase } from './hand-over';

/** What somebody wants done in a case. `commandId` makes it one step, however often it is sent. */
export interface Wanted {
  readonly caseId: string;
  readonly commandId: string;
  /** 'stage' or a matter. */
  readonly owner: string;
  readonly action: string;
  readonly expectedVersion?: number | undefined;
  readonly input: unknown;
  readonly matter?: { readonly id: string; readonly kind: string };
  /** Seed and import alone: when it happened, for cases on the manual clock. */
  readonly at?: number;
}

/** Where the request's own schema for an action comes from: the table's `needs`. */
export type NeedsOf = (row: CaseInScope) => Parameters<typeof readActionInput>[0];

export interface PerformDeps extends Pick<Deps, 'store' | 'engine'> {
  readonly actor: CaseActor;
  scope<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

type CommandParts = Pick<Command, 'action' | 'owner' | 'actor' | 'expectedVersion' | 'matter'>;

/** On a conflict, what the same person could do instead. */
const withAllowed = async (tx: Tx, row: CaseInScope, actor: CaseActor, error: AppError): Promise<AppError> => {
  const { status } = problemRow(error.code);
  if (status !== 409 && status !== 403) return error;
  const now = actionsNow(stateOf(row), await loadFacts(tx, row), actingAs(actor));
  return new AppError(error.code, error.message, {
    ...error.details,
    allowedActions: now.filter(({ possible }) => possible),
  });
};

/** The engine's own question, asked of the database first: a refusal leaves no trace and needs no engine. */
const refuseEarly = async (tx: Tx, row: CaseInScope, parts: CommandParts): Promise<void> => {
  const state = stateOf(row);
  const refusal = refusalOf(state, parts);
  if (refusal) throw new AppError(refusal.code, refusal.says);
  const unmet = unmetOf({ state, facts: await loadFacts(tx, row), actor: parts.actor }, parts.owner, parts.action);
  if (unmet[0]) throw new AppError(unmet[0].code, unmet.map(({ says }) => says).join(';'), { reasons: unmet });
};

const isDone = async (tx: Tx, { caseId, commandId }: Wanted): Promise<boolean> =>
  (await tx.caseEvent.findUnique({ where: { caseId_commandId: { caseId, commandId } }, select: { id: true } })) !==
  null;

const keepInput = async (
  deps: PerformDeps,
  tx: Tx,
  wanted: Wanted,
  kind: string,
  input: ReadInput,
): Promise<string | undefined> => {
  if (input.empty) return undefined;
  const id = uuidOf(wanted.commandId, 'input');
  const contentEnc = deps.store.cipher.sealJson('case_input', 'content_enc', id, input.value);
  const data = [{ id, caseId: wanted.caseId, kind, contentEnc, hash: input.hash, createdBy: deps.actor.staffId }];
  await tx.caseInput.createMany({ data, skipDuplicates: true });
  return id;
};

/** Scope, duty, action, input and state in this order; answers the command to send, or undefined when it is done already. */
const prepare = (deps: PerformDeps, wanted: Wanted, needsOf: NeedsOf): Promise<Command | undefined> =>
  deps.scope(async (tx) => {
    const row = await caseInScope(deps, tx, wanted.caseId);
    if (await isDone(tx, wanted)) return undefined;
    const kind = needsOf(row);
    const input = readActionInput(kind, wanted.input);
    await requireOwnReferences(tx, row, input.value);
    const { commandId, owner, action, expectedVersion, matter, at } = wanted;
    const parts: CommandParts = {
      action,
      owner,
      actor: actingAs(deps.actor),
      ...(expectedVersion !== undefined && { expectedVersion }),
      ...(matter && { matter }),
    };
    try {
      await refuseEarly(tx, row, parts);
    } catch (error) {
      throw error instanceof AppError ? await withAllowed(tx, row, deps.actor, error) : error;
    }
    const inputId = await keepInput(deps, tx, wanted, kind, input);
    return { ...parts, commandId, inputHash: input.hash, ...(inputId && { inputId }), ...(at !== undefined && { at }) };
  });

/** A case that was accepted a moment ago is started first, if nobody has done so yet. */
const prepareStarted = async (deps: PerformDeps, wanted: Wanted, needsOf: NeedsOf): Promise<Command | undefined> => {
  try {
    return await prepare(deps, wanted, needsOf);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'notYetStarted') throw error;
    await startFromDatabase(deps, wanted.caseId);
    await deps.engine.settled(wanted.caseId);
    return prepare(deps, wanted, needsOf);
  }
};

/** Refused by the engine after all: done already under this id, or told with what is allowed now. */
const refused = (deps: PerformDeps, wanted: Wanted, error: AppError): Promise<'done'> =>
  deps.scope(async (tx): Promise<'done'> => {
    if (await isDone(tx, wanted)) return 'done';
    const row = await caseInScope(deps, tx, wanted.caseId);
    const told = error.code === 'invalidInput' ? new AppError('inputRefused', error.message, error.details) : error;
    throw underPath('input', await withAllowed(tx, row, deps.actor, told));
  });

/**
 * One step of a case by a person. `running`: the engine has not answered within its time.
 * @throws AppError notFound, relativeLockedOut, invalidInput, the refusals of the rules, engineUnavailable
 */
export const performAction = async (
  deps: PerformDeps,
  wanted: Wanted,
  needsOf: NeedsOf,
): Promise<{ readonly state: 'done' } | { readonly state: 'running'; readonly command: Command }> => {
  const command = await prepareStarted(deps, wanted, needsOf);
  if (!command) return { state: 'done' };
  try {
    const sent = await handOver(deps, wanted.caseId, command);
    return sent.state === 'done' ? { state: 'done' } : { state: 'running', command };
  } catch (error) {
    if (!(error instanceof AppError) || problemRow(error.code).status === 503) throw error;
    return { state: await refused(deps, wanted, error) };
  }
};
