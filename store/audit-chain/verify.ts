import type { Pool } from 'pg';
import type { KeyRing } from '../../config';
import { passed, start, wrongWith, type Place, type Sealed } from './check-link';
import { sayFinding, type Finding } from './findings';
import { chainKey, dayOf, recordColumns } from './link';

export interface Verification {
  /** Rows whose link fits. */
  readonly sound: number;
  readonly waiting: number;
  readonly findings: readonly Finding[];
  /** The newest link as DAY/NUMBER/HASH: kept elsewhere, it shows later whether the end of the chain was cut off. */
  readonly anchor: string | undefined;
}

const PAGE = 2_000;
/** The sealer is at most a minute behind. */
const SEALED_WITHIN = '10 minutes';

const nextPage = async (pool: Pool, after: Place): Promise<readonly Sealed[]> =>
  (
    await pool.query<Sealed>(
      `select s.day, s.number, s.audit_id::text, s.previous, s.hash, ${recordColumns}
       from audit_seal s left join audit_row a on a.id = s.audit_id
       where (s.day, s.number) > ($1, $2) order by s.day, s.number limit $3`,
      [after.day, after.number, PAGE],
    )
  ).rows;

/** Rows that no link covers: the newest wait for the sealer, older ones were put in beside it. */
const uncovered = async (pool: Pool): Promise<{ readonly waiting: number; readonly findings: readonly Finding[] }> => {
  const { rows } = await pool.query<{ id: string; at: Date; old: boolean }>(
    `select a.id::text, a.at, (a.at < now() - interval '${SEALED_WITHIN}' or a.id < (select max(audit_id) from audit_seal)) as old
     from audit_row a where not exists (select from audit_seal s where s.audit_id = a.id) order by a.id limit 1000`,
  );
  const findings = rows.filter(({ old }) => old).map(({ id, at }) => sayFinding('rowUnsealed', dayOf(at), id));
  return { waiting: rows.length - findings.length, findings };
};

const anchorOf = ({ day, number, hash }: Pick<Place, 'day' | 'number' | 'hash'>): string =>
  `${day}/${number}/${hash.toString('hex')}`;

const anchorPlace = (anchor = ''): [day: string, number: string] => {
  const [day = '', number = ''] = anchor.split('/');
  return [day, number];
};

/** Walks the whole chain from the first day; `anchor` is the newest link of an earlier walk. Read only. */
export const verifyAudit = async (
  pool: Pool,
  keyRing: Pick<KeyRing, 'audit' | 'index'>,
  anchor?: string,
): Promise<Verification> => {
  const key = chainKey(keyRing);
  const findings: Finding[] = [];
  let before = start;
  let sound = 0;
  let anchored = anchor === undefined;
  for (let page = await nextPage(pool, start); page.length > 0; page = await nextPage(pool, before)) {
    for (const sealed of page) {
      const wrong = wrongWith(key, before, sealed);
      findings.push(...wrong.map((kind) => sayFinding(kind, sealed.day, sealed.audit_id)));
      if (wrong.length === 0) sound += 1;
      anchored ||= anchorOf(sealed) === anchor;
      before = passed(before, sealed);
    }
  }
  if (!anchored) findings.push(sayFinding('anchorMissing', ...anchorPlace(anchor)));
  const rest = await uncovered(pool);
  return {
    sound,
    waiting: rest.waiting,
    findings: [...findings, ...rest.findings],
    anchor: before === start ? undefined : anchorOf(before),
  };
};
