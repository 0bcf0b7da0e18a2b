import { nameOf } from '../../domain/divisions';
import { composeLetter } from '../../domain/letters/compose';
import { townshipOfficeOf } from '../../domain/letters/office';
import type { Paper } from '../../domain/letters/typeset/blocks';
import { levelDigits } from '../../domain/lifecycle/roles';
import type { Letter } from '../../generated/prisma/client';

interface OfCase {
  readonly division: string;
  readonly authority: string;
}

export const townshipOf = ({ division }: Pick<OfCase, 'division'>): string =>
  townshipOfficeOf(nameOf(division.slice(0, levelDigits.township)));

/** A stored letter in official form. */
export const letterPaper = (letter: Letter, row: OfCase): Paper =>
  composeLetter({
    kind: letter.kind,
    title: letter.title,
    body: letter.body,
    createdAt: letter.createdAt.getTime(),
    authority: row.authority === 'township' ? 'township' : 'county',
    townshipOffice: townshipOf(row),
  });
