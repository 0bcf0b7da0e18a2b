import { createHmac } from 'node:crypto';
import type { KeyRing } from '../../config';
import { civilDateAt } from '../../domain/civil-date';
import { canonicalJson } from '../crypto';

/** A row as the database holds it. `id` in digits: it may outgrow a number. */
export interface AuditRecord {
  readonly id: string;
  readonly at: Date;
  readonly request_id: string;
  readonly actor_id: string | null;
  readonly role: string | null;
  readonly division: string | null;
  readonly operation: string;
  readonly case_id: string | null;
  readonly persons: readonly string[];
  readonly outcome: number;
  readonly details: unknown;
}

/** Columns read for sealing and for checking: the same, so that both see the same text. */
export const recordColumns =
  'a.id::text, a.at, a.request_id, a.actor_id, a.role, a.division, a.operation, a.case_id, a.persons::text[], a.outcome, a.details';

/** What the first link of all refers to. */
export const genesis: Buffer = Buffer.alloc(32);

/** Key of the chain: whoever can write the tables, but has not the ring, cannot compute a chain that fits. */
export const chainKey = ({ audit, index }: Pick<KeyRing, 'audit' | 'index'>): Buffer =>
  audit ?? createHmac('sha256', index).update('audit chain').digest();

export const linkHash = (
  key: Buffer,
  day: string,
  number: number,
  previous: Uint8Array,
  record: AuditRecord,
): Buffer<ArrayBuffer> =>
  Buffer.concat([
    createHmac('sha256', key)
      .update(previous)
      .update(canonicalJson({ day, number, record: { ...record, at: record.at.toISOString() } }))
      .digest(),
  ]);

export const dayOf = (instant: Date): string => civilDateAt(instant.getTime());
