import { levelDigits } from '../../domain/lifecycle/roles';
import { uuidOf } from '../../store/uuid';
import type { Household } from './household';

/** A household number is its county's own: the same household always becomes the same case. */
export const caseIdOf = ({ application, number }: Pick<Household, 'application' | 'number'>): string =>
  uuidOf('import', application.division.slice(0, levelDigits.county), number);
export const commandIdOf = (jobId: string, caseId: string): string => uuidOf('import', jobId, caseId);
