import type { FindingKind } from './findings';
import { genesis, linkHash, type AuditRecord } from './link';

/** A link with its row; everything of the row is null where it is gone. */
export interface Sealed extends Partial<Omit<AuditRecord, 'id'>> {
  readonly day: string;
  readonly number: number;
  readonly audit_id: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly id: string | null;
}

/** Where a walk along the chain stands. */
export interface Place {
  readonly day: string;
  readonly number: number;
  readonly hash: Buffer;
  /** The latest instant of a row so far. */
  readonly at: number;
}

export const start: Place = { day: '', number: 0, hash: genesis, at: 0 };

/** A request that took long writes its row late, but not by an hour. */
const LATE_MS = 3_600_000;

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
export const wrongWith = (key: Buffer, before: Place, sealed: Sealed): readonly FindingKind[] => {
  const kinds: FindingKind[] = [];
  if (!follows(before, sealed)) kinds.push('sealMissing');
  else if (!sealed.previous.equals(before.hash)) kinds.push('linkBroken');
  if (!isRecord(sealed)) return [...kinds, 'rowRemoved'];
  const { day, number, previous, hash } = sealed;
  if (!linkHash(key, day, number, previous, contentOf(sealed)).equals(hash)) kinds.push('rowChanged');
  if (sealed.at.getTime() < before.at - LATE_MS) kinds.push('rowBackdated');
  return kinds;
};

export const passed = (before: Place, sealed: Sealed): Place => ({
  day: sealed.day,
  number: sealed.number,
  hash: sealed.hash,
  at: Math.max(before.at, sealed.at?.getTime() ?? 0),
});
