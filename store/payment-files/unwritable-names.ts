import { formatOf } from '../../domain/payment-files/formats';
import { unwritable } from '../../domain/payment-files/render';
import type { Sql } from '../sql';

/** Short names of everyday characters fit every layout; only the others are looked at one by one. */
const EVERYDAY = '^[一-龥A-Za-z0-9·]{1,20}$';

const anyLine = {
  id: 0n,
  position: 1,
  idNumber: '',
  cardNumber: '',
  fen: 1n,
  subsidy: '',
  month: '2022-01',
} as const;

/** Account names of a run's waiting lines that the run's layout cannot write, so that they are held and never mangled. */
export const unwritableNames = async (client: Sql, runId: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string; format: string }>(
    `select distinct a.holder_name as name, r.format from payment_run r join payment_line l on l.run_id = r.id
     join card_account a on a.id = l.account_id
     where r.id = $1::uuid and l.state in ('pending', 'held') and a.holder_name !~ $2`,
    [runId, EVERYDAY],
  );
  return rows
    .filter(({ name, format }) => unwritable({ ...anyLine, holderName: name }, formatOf(format)) !== undefined)
    .map(({ name }) => name);
};
