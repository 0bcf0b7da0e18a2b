import type { Pool } from 'pg';
import type { KeyRing } from '../../config';
import { sayFinding, type Finding, type FindingKind } from './findings';
import { chainKey, dayOf, genesis, linkHash, recordColumns, type AuditRecord } from './link';

export interface Verification {
  /** Rows whose link fits. */
  readonly sound: number;
  readonly waiting: number;
  readonly findings: readonly Finding[];
  /** The newest link as DAY/NUMBER/HASH: kept elsewhere, it shows later whether the end of the chain was cut off. */
  readonly anchor: string | undefined;
}

interface Sealed extends Partial<Omit<AuditRecord, 'id'>> {
  readonly day: string;
  readonly number: number;
  readonly audit_id: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly id: string | null;
}

interface Place {
  readonly day: string;
  readonly number: number;
  readonly hash: Buffer;
  /** The latest instant of a row so far. */
  readonly at: number;
}

const PAGE = 2_000;
/** The sealer is at most a minute behind. */
const SEALED_WITHIN = '10 minutes';
/** A request that took long writes its row late, but not by an hour. */
const LATE_MS = 3_600_000;
const start: Place = { day: '', number: 0, hash: genesis, at: 0 };

const isRecord = (sealed: Sealed): sealed is Sealed & AuditRecord => sealed.id !== null;

const contentOf = ({
  day: _day,
  number: _number,
  audit_id: _auditId,
  previous: _previous,
  hash: _hash,
  ...record
}: Sealed & AuditRecord): AuditRecord => record;

const follows = (before: Place, { day, number }: Sealed): boolean =>
  day === before.day ? number === before.number + 1 : day > before.day && number === 1;

/** What is wrong with one link, in the order in which it would be noticed. */
const wrongWith = (key: Buffer, before: Place, sealed: Sealed): readonly FindingKind[] => {
  const kinds: FindingKind[] = [];
  if (!follows(before, sealed)) kinds.push('sealMissing');
  else if (!sealed.previous.equals(before.hash)) kinds.push('linkBroken');
  if (!isRecord(sealed)) return [...kinds, 'rowRemoved'];
  const { day, number, previous, hash } = sealed;
  if (!linkHash(key, day, number, previous, contentOf(sealed)).equals(hash)) kinds.push('rowChanged');
  if (sealed.at.getTime() < before.at - LATE_MS) kinds.push('rowBackdated');
  return kinds;
};

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
      before = { ...sealed, at: Math.max(before.at, sealed.at?.getTime() ?? 0) };
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
