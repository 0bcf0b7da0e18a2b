import type { Command } from '../domain/lifecycle/command';
import type { AppliedPatch } from '../domain/lifecycle/engine';
import type { CaseState } from '../domain/lifecycle/state';
import { applyStep } from './steps/apply-step';
import { dailyTick } from './daily-tick';
import { withHeartbeat } from './heartbeat';
import { advanceRun, type Advance, type PaymentDeps } from './payments/advance';
import { createAdvanceUplift } from './uplift/advance';
import type { ReckonSlice } from './uplift/slice';

/** Every side effect of the workflows; each one transaction, each safe to try again. `aside` as in createAdvanceUplift. */
export const createActivities = (deps: PaymentDeps, aside?: ReckonSlice) => ({
  applyStep: (state: CaseState, command: Command): Promise<AppliedPatch> => applyStep(deps, state, command),
  dailyTick: withHeartbeat((date: string): Promise<void> => dailyTick(deps, date)),
  advanceUplift: withHeartbeat(createAdvanceUplift(deps, aside)),
  advanceRun: withHeartbeat((runId: string, at: number): Promise<Advance> => advanceRun(deps, runId, at)),
});

export type Activities = ReturnType<typeof createActivities>;
