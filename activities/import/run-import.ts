import type { Prisma } from '../../generated/prisma/client';
import { civilDateAt, startOfDay } from '../../domain/civil-date';
import { createAssessor } from '../../domain/assess';
import { AppError } from '../../domain/errors';
import type { Store } from '../../store/client';
import type { Rulebook } from '../../store/rulebook';
import { merged, type Finding } from './findings';
import type { Household } from './household';
import { readHouseholds } from './read-households';
import { readRows } from './read-rows';
import type { ImportDay } from './rows';
import { writeBatch, type BatchResult } from './write-batch';

export interface ImportDeps {
  readonly store: Pick<Store, 'prisma' | 'cipher'>;
  readonly rulebook: Rulebook;
  readonly now: () => number;
}

export interface ImportProgress {
  readonly total: number;
  readonly done: number;
}

type Job = Prisma.ImportJobGetPayload<object>;

const BATCH = 100;
const BATCH_MS = 60_000;
const OPENS_MS = 9 * 3_600_000;

const findingRows = (jobId: string, findings: readonly Finding[]): Prisma.ImportErrorCreateManyInput[] =>
  merged(findings).map((finding) => ({ jobId, ...finding }));

/** An import of today happens now, one of an earlier day at nine of that day. */
const instantOf = (on: string, now: number): number =>
  on === civilDateAt(now) ? now : Math.min(now, startOfDay(on) + OPENS_MS);

const dayOf = async ({ store, rulebook, now }: ImportDeps, job: Job): Promise<ImportDay> => {
  const rules = await store.prisma.$transaction(async (tx) => ({
    parameters: await rulebook.parameters(tx),
    calendar: await rulebook.calendar(tx),
  }));
  return {
    jobId: job.id,
    at: instantOf(job.onDate, now()),
    on: job.onDate,
    cipher: store.cipher,
    rules,
    assess: createAssessor(rules.parameters),
  };
};

const doBatch = async ({ store }: ImportDeps, households: readonly Household[], day: ImportDay): Promise<void> => {
  await store.prisma.$transaction(
    async (tx) => {
      const findings: Finding[] = [];
      const result: BatchResult = await writeBatch(
        tx,
        households,
        day,
        (line, field, message, level = 'error') => void findings.push({ line, field, message, level }),
      );
      await tx.importError.createMany({ data: findingRows(day.jobId, findings), skipDuplicates: true });
      const { kept, unchanged, changed, failed } = result;
      await tx.importJob.update({
        where: { id: day.jobId },
        data: {
          done: { increment: households.length },
          kept: { increment: kept },
          unchanged: { increment: unchanged },
          changed: { increment: changed },
          failed: { increment: failed },
        },
      });
    },
    { timeout: BATCH_MS, maxWait: BATCH_MS },
  );
};

const unreadable = async ({ store, now }: ImportDeps, { id }: Job, error: unknown): Promise<void> => {
  if (!(error instanceof AppError)) throw error;
  await store.prisma.importError.createMany({
    data: [{ jobId: id, line: 1, field: '', level: 'error', message: error.message }],
    skipDuplicates: true,
  });
  await store.prisma.importJob.update({ where: { id }, data: { finishedAt: new Date(now()) } });
};

/**
 * Takes a file of households over, batch by batch, each whole or not at all. Run again after it was cut off, it comes to
 * the same report: what it wrote itself counts as kept. @param bytes CSV in UTF-8 or GBK
 */
export const runImport = async (
  deps: ImportDeps,
  jobId: string,
  bytes: Uint8Array,
  progress: (seen: ImportProgress) => void = () => undefined,
): Promise<void> => {
  const { prisma } = deps.store;
  const job = await prisma.importJob.findUniqueOrThrow({ where: { id: jobId } });
  if (job.finishedAt) return;
  try {
    const { total, households, findings, failed } = readHouseholds(readRows(bytes), job.onDate, job.division);
    await prisma.importError.createMany({ data: findingRows(jobId, findings), skipDuplicates: true });
    await prisma.importJob.update({
      where: { id: jobId },
      data: { total, done: failed, kept: 0, unchanged: 0, changed: 0, failed },
    });
    const day = await dayOf(deps, job);
    for (let start = 0; start < households.length; start += BATCH) {
      await doBatch(deps, households.slice(start, start + BATCH), day);
      progress({ total, done: failed + Math.min(start + BATCH, households.length) });
    }
    await prisma.importJob.update({ where: { id: jobId }, data: { finishedAt: new Date(deps.now()) } });
  } catch (error) {
    await unreadable(deps, job, error);
  }
};
