import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { RunActor } from '../../domain/payments/act';
import type { RunAction } from '../../domain/payments/run';
import type { Role } from '../../domain/lifecycle/roles';
import type { Store } from '../../store/client';
import { takeRunAction } from '../../store/payments/act';

const steps: readonly { readonly action: RunAction; readonly role: Role; readonly from: string }[] = [
  { action: 'submit', role: 'countyReviewer', from: 'making' },
  { action: 'check', role: 'countyApprover', from: 'checking' },
  { action: 'prepare', role: 'financeMaker', from: 'preparing' },
  { action: 'release', role: 'financeChecker', from: 'releasing' },
];

const versionOf = async (client: PoolClient, runId: string, state: string): Promise<number | undefined> => {
  const { rows } = await client.query<{ version: number }>(
    'select version from payment_run where id = $1 and state = $2',
    [runId, state],
  );
  return rows[0]?.version;
};

const take = async (
  store: Store,
  runId: string,
  from: string,
  act: { readonly action: RunAction; readonly role: Role; readonly division: string; readonly township?: string },
): Promise<void> => {
  const actor: RunActor = { staffId: randomUUID(), role: act.role, division: act.division };
  await store.withScopedClient(undefined, async (client) => {
    const expectedVersion = await versionOf(client, runId, from);
    if (expectedVersion === undefined) throw new Error(`the run ${runId} is not ${from}`);
    const { township } = act;
    await takeRunAction(
      client,
      runId,
      act.action,
      actor,
      { expectedVersion, ...(township && { township }) },
      new Date(),
    );
  });
};

/** Every township of the run confirms its list. */
export const confirmAll = async (store: Store, runId: string): Promise<void> => {
  const { rows } = await store.pool.query<{ township: string }>(
    'select township from payment_township where run_id = $1 and confirmed_at is null order by township',
    [runId],
  );
  for (const { township } of rows)
    await take(store, runId, 'confirming', {
      action: 'confirm',
      role: 'townshipApprover',
      division: township,
      township,
    });
};

/** Four people of the county, one after the other, until the money may go. */
export const releaseRun = async (store: Store, runId: string, county: string, reached: Reached): Promise<void> => {
  for (const { action, role, from } of steps) {
    await reached(runId, from);
    await take(store, runId, from, { action, role, division: county });
  }
};

/** Resolves when the run is in the state. */
export type Reached = (runId: string, state: string) => Promise<void>;
