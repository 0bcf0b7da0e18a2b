import { AppError } from '../../../domain/errors';
import type { Command } from '../../../domain/lifecycle/command';
import { stateOf } from '../../../store/cases/load';
import type { Sent } from '../../../store/engine/send-command';
import { caseUnknown } from '../access';
import type { PerformDeps } from './perform-action';

const unreachable = (): AppError =>
  new AppError('engineUnavailable', '流程引擎暂时连不上,请稍后用同一个 Idempotency-Key 再试');

/** Starts a case that the engine does not know, from what the database says of it. */
export const startFromDatabase = async ({ scope, engine }: PerformDeps, caseId: string): Promise<void> => {
  const row = await scope((tx) => tx.case.findUnique({ where: { id: caseId }, select: { snapshot: true } }));
  if (!row) throw caseUnknown();
  await engine.start(stateOf(row)).catch(() => {
    throw unreachable();
  });
};

/** To the engine; a case that nobody started yet is started first. @throws AppError of the rules, engineUnavailable */
export const handOver = async (deps: PerformDeps, caseId: string, command: Command): Promise<Sent> => {
  const sent = await deps.engine.act(caseId, command);
  if (sent.state !== 'gone') return sent;
  await startFromDatabase(deps, caseId);
  const again = await deps.engine.act(caseId, command);
  if (again.state === 'gone') throw unreachable();
  return again;
};
