import type { Application } from '../../../api/cases/application/schema';
import type { CivilDate } from '../../../domain/civil-date';
import type { Prisma } from '../../../generated/prisma/client';
import type { FieldCipher } from '../../crypto';

export type Tx = Prisma.TransactionClient;
export type { Application };
export type ApplicationMember = Application['members'][number];

/** A case to be: who files what, when, and on which clock. Only seed and import name a time in the past or a manual clock. */
export interface Submission {
  readonly caseId: string;
  readonly application: Application;
  readonly submittedAt: Date;
  readonly submittedBy: string | null;
  readonly origin: 'application' | 'seed' | 'import';
  readonly clock: 'engine' | 'manual';
}

/** What the parts of a submission share: one transaction, one day, one place. */
export interface Filing extends Submission {
  readonly tx: Tx;
  readonly cipher: FieldCipher;
  readonly on: CivilDate;
  /** Always 12 digits. */
  readonly division: string;
}

/** A member with the person found or made for it. */
export interface Enrolled {
  readonly member: ApplicationMember;
  readonly personId: string;
  /** As on file, which may differ from the application's. */
  readonly name: string;
}
