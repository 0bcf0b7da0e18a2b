import { createHash } from 'node:crypto';
import { civilDateAt, type CivilDate } from '../../domain/civil-date';
import { newId } from '../../store/uuid';
import type { ImportDeps } from './run-import';

export interface NewJob {
  readonly fileName: string;
  readonly division: string;
  readonly onDate?: CivilDate;
}

/** The row that holds progress and report of one run of a file. */
export const createJob = async (
  { store, now }: ImportDeps,
  bytes: Uint8Array,
  { fileName, division, onDate = civilDateAt(now()) }: NewJob,
): Promise<string> => {
  const id = newId();
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  await store.prisma.importJob.create({
    data: { id, fileHash, fileName, division, onDate, createdAt: new Date(now()) },
  });
  return id;
};

export interface Report {
  readonly total: number;
  readonly kept: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly failed: number;
  readonly findings: readonly {
    readonly line: number;
    readonly field: string;
    readonly level: string;
    readonly message: string;
  }[];
}

export const reportOf = async ({ store }: Pick<ImportDeps, 'store'>, jobId: string): Promise<Report> => {
  const job = await store.prisma.importJob.findUniqueOrThrow({
    where: { id: jobId },
    include: { rows: { orderBy: [{ line: 'asc' }, { field: 'asc' }] } },
  });
  const { total, kept, unchanged, changed, failed, rows } = job;
  return {
    total,
    kept,
    unchanged,
    changed,
    failed,
    findings: rows.map(({ line, field, level, message }) => ({ line, field, level, message })),
  };
};
