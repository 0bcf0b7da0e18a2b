import type { Command } from '../domain/lifecycle/command';
import type { CaseState, Patch } from '../domain/lifecycle/state';
import type { Store } from '../store/client';
import { applyStep } from './steps/apply-step';
import { dailyTick } from './daily-tick';

/** Every side effect of the workflows; each one transaction, each safe to try again. */
export const createActivities = ({ store }: { readonly store: Store }) => ({
  applyStep: (state: CaseState, command: Command): Promise<Patch> => applyStep(store, state, command),
  dailyTick: (date: string): Promise<void> => dailyTick(store, date),
});

export type Activities = ReturnType<typeof createActivities>;
