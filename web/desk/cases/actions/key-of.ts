import type { CaseView, Session } from '../../../shared/api/types';

/** Under which the input of a step is kept: one person's, of one case, of one step. */
export const keyOf = ({ staffId }: Pick<Session, 'staffId'>, { id }: Pick<CaseView, 'id'>, name: string): string =>
  `${staffId}:${id}:${name}`;
