import type { PoolClient } from 'pg';
import { recountTownships } from './draw';
import { guardRun } from './guard';
import type { PaymentRules, RunScope } from './scope';
import { withholdLess } from './withhold';

/** A line that has not gone yet is paid to the account in force. */
const useAccountsInForce = async (client: PoolClient, runId: string, at: Date): Promise<void> => {
  await client.query(
    `update payment_line l set account_id = n.account_id, changed_at = $2
     from (select p.id, a.id as account_id from payment_line p
           left join card_account a on a.case_id = p.case_id and a.state = 'approved'
           where p.run_id = $1 and p.state in ('pending', 'held')) n
     where l.id = n.id and l.account_id is distinct from n.account_id`,
    [runId, at],
  );
};

/** Every line that has not gone yet is looked at as of now: its account, what it withholds, its guards, and what that leaves in the sums. */
export const lookAgain = async (client: PoolClient, scope: RunScope, rules: PaymentRules, at: Date): Promise<void> => {
  await useAccountsInForce(client, scope.runId, at);
  await withholdLess(client, scope.runId, at);
  await guardRun(client, scope, rules, at);
  await recountTownships(client, scope.runId);
};
