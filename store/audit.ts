import type { Prisma } from '../generated/prisma/client';

/** One request: who, what, whose unmasked data it returned or changed. Ids and codes only, never personal data. */
export interface AuditEntry {
  readonly at: Date;
  readonly requestId: string;
  readonly actorId: string | null;
  readonly role: string | null;
  readonly division: string | null;
  readonly operation: string;
  readonly caseId: string | null;
  readonly persons: readonly string[];
  /** HTTP status. */
  readonly outcome: number;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Adds one row; the sealer numbers and chains it within a minute, so that requests never queue behind each other.
 * The row is not read back: whoever has not logged in may leave a trace but see none.
 */
export const recordAudit = async (tx: Prisma.TransactionClient, entry: AuditEntry): Promise<void> => {
  await tx.auditRow.createMany({ data: [{ ...entry, persons: [...entry.persons], details: { ...entry.details } }] });
};
