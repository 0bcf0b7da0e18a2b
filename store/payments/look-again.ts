import type { PoolClient } from 'pg';
import { recountTownships } from './draw';
import { guardRun } from './guard';
import { lookAt, useAccountsInForce } from './looked';
import type { PaymentRules, RunScope } from './scope';
import { withholdLess } from './withhold';

/**
 * The lines that have not gone yet are looked at as of now: what they withhold, their accounts, their guards, and what that
 * leaves in the sums. `since`: accounts and guards only of those that may be otherwise than at that look.
 */
export const lookAgain = async (
  client: PoolClient,
  scope: RunScope,
  rules: PaymentRules,
  at: Date,
  since?: Date,
): Promise<void> => {
  await withholdLess(client, scope.runId, at);
  if ((await lookAt(client, scope.runId, since)) > 0) {
    await useAccountsInForce(client, at);
    await guardRun(client, scope, rules, at);
  }
  await recountTownships(client, scope.runId);
};
