import { uuidOf } from '../uuid';

/** One id per run and case: however often it is tried, by whatever worker, it is one step. */
export const upliftCommandId = (runId: string, caseId: string): string => uuidOf(runId, caseId, 'uplift');

/** The letter of that step (activities/steps/write.ts). */
export const upliftLetterId = (runId: string, caseId: string): string =>
  uuidOf(caseId, upliftCommandId(runId, caseId), 'letter');
