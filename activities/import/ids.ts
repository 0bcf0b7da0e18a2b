import { levelDigits } from '../../domain/lifecycle/roles';
import { uuidOf } from '../../store/uuid';
import type { Household } from './household';

/** A household number is its county's own, in the register of its programme: the same household always becomes the same case. */
export const caseIdOf = ({ application, number }: Pick<Household, 'application' | 'number'>): string => {
  const { programme, division } = application;
  const register = programme === 'dibao' ? [] : [programme];
  return uuidOf('import', division.slice(0, levelDigits.county), number, ...register);
};
export const commandIdOf = (jobId: string, caseId: string): string => uuidOf('import', jobId, caseId);
