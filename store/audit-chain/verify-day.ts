import type { Pool } from 'pg';
import type { KeyRing } from '../../config';
import { passed, start, wrongWith, type Place, type Sealed } from './check-link';
import { sayFinding, type Finding } from './findings';
import { chainKey } from './link';

export interface DayVerification {
  readonly day: string;
  /** Links of the day whose row fits. */
  readonly sound: number;
  readonly findings: readonly Finding[];
}

const PAGE = 2_000;

/** The last link before the day: the first of the day must refer to it. */
const before = async (pool: Pool, day: string): Promise<Place> => {
  const { rows } = await pool.query<Omit<Place, 'at'>>(
    'select day, number, hash from audit_seal where day < $1 order by day desc, number desc limit 1',
    [day],
  );
  return rows[0] ? { ...rows[0], at: 0 } : start;
};

const pageOf = async (pool: Pool, day: string, after: number): Promise<readonly Sealed[]> =>
  (await pool.query<Sealed>('select * from audit_chain_of_day($1, $2, $3)', [day, after, PAGE])).rows;

/** Walks the links of one day, from the last of the day before. Read only; a whole chain is `verifyAudit`. */
export const verifyAuditDay = async (
  pool: Pool,
  keyRing: Pick<KeyRing, 'audit' | 'index'>,
  day: string,
): Promise<DayVerification> => {
  const key = chainKey(keyRing);
  const findings: Finding[] = [];
  let place = await before(pool, day);
  let sound = 0;
  for (let page = await pageOf(pool, day, 0); page.length > 0; page = await pageOf(pool, day, place.number)) {
    for (const sealed of page) {
      const wrong = wrongWith(key, place, sealed);
      findings.push(...wrong.map((kind) => sayFinding(kind, sealed.day, sealed.audit_id)));
      if (wrong.length === 0) sound += 1;
      place = passed(place, sealed);
    }
  }
  return { day, sound, findings };
};
