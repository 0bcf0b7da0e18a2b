import { civilDateAt } from '../../domain/civil-date';
import { currentCode } from '../../domain/divisions';
import { levelDigits } from '../../domain/lifecycle/roles';
import type { FieldCipher } from '../crypto';
import { checkLinked, fileCase } from './submission/case-row';
import { checkApplication } from './submission/check';
import { refuseDuplicates } from './submission/duplicates';
import { recordFacts } from './submission/facts';
import { enrolHousehold } from './submission/household';
import { enrolPersons } from './submission/persons';
import { declareRelatives } from './submission/relatives';
import type { Filing, Submission, Tx } from './submission/types';

export type { Submission } from './submission/types';

export interface Submitted {
  readonly caseId: string;
  readonly number: string;
  readonly personIds: readonly string[];
  /** What was noticed and belongs in front of the officer. */
  readonly notes: readonly string[];
}

/**
 * Makes a case of an application, all or nothing in the caller's transaction; the engine is started afterwards.
 * @throws AppError invalidInput with JSON paths relative to the application; duplicateApplication with the other case.
 */
export const submitCase = async (tx: Tx, cipher: FieldCipher, submission: Submission): Promise<Submitted> => {
  const { caseId, application, submittedAt, origin, clock } = submission;
  if (clock === 'manual' && origin === 'application') throw new Error('only seed and import may use the manual clock');
  const on = civilDateAt(submittedAt.getTime());
  checkApplication(application, on);
  const division = currentCode(application.division, on).padEnd(levelDigits.village, '0');
  const filing: Filing = { ...submission, tx, cipher, on, division };
  await checkLinked(filing);
  const { enrolled, notes } = await enrolPersons(filing);
  await refuseDuplicates(filing, enrolled);
  const householdId = await enrolHousehold(filing, enrolled);
  const number = await fileCase(filing, householdId, enrolled, notes);
  await recordFacts(filing, householdId, enrolled);
  await declareRelatives(filing, enrolled);
  return { caseId, number, personIds: enrolled.map(({ personId }) => personId), notes };
};
