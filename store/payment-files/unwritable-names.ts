import { formatOf } from '../../domain/payment-files/formats';
import { unwritable } from '../../domain/payment-files/render';
import type { Sql } from '../sql';

/** Short names of everyday characters fit every layout; only the others (card_account_odd_name) are looked at one by one. */
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

/** Account names of the lines of `looked` that the run's layout cannot write, so that they are held and never mangled. */
export const unwritableNames = async (client: Sql, runId: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string; format: string }>(
    `select distinct a.holder_name as name, r.format from payment_run r, card_account a
     where r.id = $1::uuid and a.holder_name !~ '${EVERYDAY}' and a.id in (select account_id from looked)`,
    [runId],
  );
  return rows
    .filter(({ name, format }) => unwritable({ ...anyLine, holderName: name }, formatOf(format)) !== undefined)
    .map(({ name }) => name);
};
