import type { Request } from 'express';
import { AppError } from '../../domain/errors';
import { actorOf, type Context } from '../context';
import type { Deps, Tx } from '../deps';
import type { Effect, Operation, Parsed } from '../operation';
import { permissionRow } from '../permissions';
import { writeAudit } from './audit';
import { collectNotes } from './audit-notes';
import { finish } from './finish';
import { uuidOf } from '../../store/uuid';
import { complete, everybody, keyed, release, take, takeOrWait, type Keyed } from './idempotency';
import { outcomeOf, type Outcome } from './outcome';
import type { RequestState } from './state';

/** One request to one operation, ready to be done. */
export interface Call {
  readonly deps: Deps;
  readonly name: string;
  readonly operation: Operation;
  readonly state: RequestState;
  readonly request: Request;
  readonly parsed: Parsed<unknown, unknown, unknown>;
}

type Scope = Context['scope'];

const scopeOf =
  ({ deps, state }: Call): Scope =>
  (work) =>
    deps.store.withScope(state.actor, work);

const contextOf = (call: Call, scope: Scope, commandId?: string, key?: string) => {
  const { notes, collected } = collectNotes();
  const lastEventId = call.request.get('Last-Event-ID');
  const context: Context = {
    ...call.deps,
    requestId: call.state.requestId,
    actor: call.state.actor,
    commandId,
    ...(key === undefined ? {} : { key }),
    ...(lastEventId ? { lastEventId } : {}),
    scope,
    audit: notes,
    secure: call.request.secure,
  };
  return { context, collected };
};

const run = async (call: Call, context: Context): Promise<Outcome> =>
  outcomeOf(call.operation, await call.operation.handler(context, call.parsed));

const actorIdOf = ({ operation, state }: Call): string =>
  permissionRow(operation.permission)?.public ? everybody : actorOf(state).staffId;

const keyOf = (call: Call): Keyed => keyed(call.deps, call.request, actorIdOf(call), call.name, call.parsed);
const keyOfCall = (call: Call): Keyed | undefined => (call.operation.method === 'post' ? keyOf(call) : undefined);

const compute = async (call: Call): Promise<Outcome> => run(call, contextOf(call, scopeOf(call)).context);

const read = async (call: Call): Promise<Outcome> => {
  const { context, collected } = contextOf(call, scopeOf(call));
  const outcome = await run(call, context);
  const notes = collected();
  if (notes.persons.length > 0 || notes.caseId || Object.keys(notes.details).length > 0) {
    await context.scope((tx) => writeAudit(call.deps, tx, call.state, call.name, notes, outcome.status));
  }
  return outcome;
};

const session = async (call: Call): Promise<Outcome> => {
  const { context, collected } = contextOf(call, scopeOf(call));
  const outcome = await run(call, context);
  await context.scope((tx) => writeAudit(call.deps, tx, call.state, call.name, collected(), outcome.status));
  return outcome;
};

const change = (call: Call): Promise<Outcome> => {
  const key = keyOfCall(call);
  return scopeOf(call)(async (tx: Tx) => {
    const taken = key ? await take(call.deps, tx, key) : 'taken';
    if (taken === 'running') throw new AppError('idempotencyInProgress', '同一请求正在办理,请稍后再试');
    if (taken !== 'taken') return taken;
    const { context, collected } = contextOf(call, (work) => work(tx));
    const outcome = await run(call, context);
    if (key) await complete(call.deps, tx, key, outcome);
    await writeAudit(call.deps, tx, call.state, call.name, collected(), outcome.status);
    return outcome;
  });
};

const command = async (call: Call): Promise<Outcome> => {
  const scope = scopeOf(call);
  const key = keyOf(call);
  const taken = await takeOrWait(scope, call.deps, key);
  if (taken !== 'taken') return taken;
  const { context, collected } = contextOf(
    call,
    scope,
    uuidOf('command', key.actorId, key.operation, key.key, key.inputHash),
    key.key,
  );
  try {
    const outcome = await run(call, context);
    if (outcome.status !== 202) await finish(call.deps, call.state, key, outcome, collected());
    else
      await scope(async (tx) => {
        // The engine has not answered yet; the same key asks it again under the same command id.
        await release(tx, key);
        await writeAudit(call.deps, tx, call.state, call.name, collected(), outcome.status);
      });
    return outcome;
  } catch (error) {
    await scope((tx) => release(tx, key));
    throw error;
  }
};

export const perform: Readonly<Record<Effect, (call: Call) => Promise<Outcome>>> = {
  none: compute,
  read,
  session,
  change,
  command,
};
