import type { Pool, PoolClient } from 'pg';
import type { KeyRing } from '../config';
import { dayOf, genesis, linkHash, chainKey, recordColumns, type AuditRecord } from './audit-chain/link';
import { pause } from './pause';

interface Seal {
  readonly day: string;
  readonly number: number;
  readonly audit_id: string;
  readonly hash: Buffer;
}

/** Any number that nothing else locks: one sealer in a database. */
const LOCK = 7_205_303;
const BATCH = 500;
/** A transaction that took its id early may commit late; none is open while so many others come and go. */
const LATE_IDS = 10_000;

const lastSeal = async (client: PoolClient): Promise<Seal | undefined> =>
  (
    await client.query<Seal>(
      'select day, number, audit_id::text, hash from audit_seal order by day desc, number desc limit 1',
    )
  ).rows[0];

const unsealed = async (client: PoolClient): Promise<readonly AuditRecord[]> =>
  (
    await client.query<AuditRecord>(
      `select ${recordColumns} from audit_row a
       where a.id > (select coalesce(max(audit_id), 0) - $1 from audit_seal)
         and not exists (select from audit_seal s where s.audit_id = a.id)
       order by a.id limit $2`,
      [LATE_IDS, BATCH],
    )
  ).rows;

interface Link {
  readonly day: string;
  readonly number: number;
  readonly auditId: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** A row that comes late goes on with the day that is open: a closed day is never added to. */
const linkUp = (key: Buffer, last: Seal | undefined, records: readonly AuditRecord[]): readonly Link[] => {
  const links: Link[] = [];
  let [day, number, previous] = [last?.day ?? '', last?.number ?? 0, last?.hash ?? genesis];
  for (const record of records) {
    const own = dayOf(record.at);
    [day, number] = own > day ? [own, 1] : [day, number + 1];
    const hash = linkHash(key, day, number, previous, record);
    links.push({ day, number, auditId: record.id, previous, hash });
    previous = hash;
  }
  return links;
};

const insertLinks = async (client: PoolClient, links: readonly Link[]): Promise<void> => {
  await client.query(
    `insert into audit_seal (day, number, audit_id, previous, hash)
     select * from unnest($1::text[], $2::int[], $3::bigint[], $4::bytea[], $5::bytea[])`,
    [
      links.map(({ day }) => day),
      links.map(({ number }) => number),
      links.map(({ auditId }) => auditId),
      links.map(({ previous }) => previous),
      links.map(({ hash }) => hash),
    ],
  );
};

const sealBatch = async (client: PoolClient, key: Buffer): Promise<number> => {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
    const records = rows[0]?.mine ? await unsealed(client) : [];
    if (records.length > 0) await insertLinks(client, linkUp(key, await lastSeal(client), records));
    await client.query('commit');
    return records.length;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

/** Seals all that waits, batch by batch; of several sealers one works and the others find nothing. Answers how many rows. */
export const sealAudit = async (pool: Pool, keyRing: Pick<KeyRing, 'audit' | 'index'>): Promise<number> => {
  const key = chainKey(keyRing);
  const client = await pool.connect();
  try {
    let total = 0;
    for (let sealed = BATCH; sealed === BATCH; total += sealed) sealed = await sealBatch(client, key);
    return total;
  } finally {
    client.release();
  }
};

export interface SealerDeps {
  readonly pool: Pool;
  readonly keyRing: Pick<KeyRing, 'audit' | 'index'>;
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
  readonly everyMs?: number;
}

const EVERY_MS = 20_000;

/** Keeps the chain at most a minute behind until told to stop; tries again after a failure. */
export const runAuditSealer = async ({
  pool,
  keyRing,
  signal,
  onError,
  everyMs = EVERY_MS,
}: SealerDeps): Promise<void> => {
  while (!signal.aborted) {
    await sealAudit(pool, keyRing).catch(onError);
    await pause(everyMs, signal);
  }
};
