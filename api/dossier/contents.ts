import { missingOf, type MissingOfStage } from '../../domain/dossier/missing';
import type { FileContents } from '../../domain/dossier/requirements';
import { applicationInputId } from '../../store/cases/submission/case-row';
import { recordedVisits } from '../../store/cases/visits';
import type { Application } from '../cases/application/schema';
import type { CaseInScope } from '../cases/access';
import type { Context } from '../context';
import type { Tx } from '../deps';
import { isWholeForm } from './visits';

/** The application as it was filed; undefined for a case that came without one. */
export const applicationOf = async ({ store }: Context, tx: Tx, caseId: string): Promise<Application | undefined> => {
  const stored = await tx.caseInput.findUnique({ where: { id: applicationInputId(caseId) } });
  if (!stored) return undefined;
  const content = store.cipher.openJson('case_input', 'content_enc', stored.id, stored.contentEnc);
  return (content as { readonly application: Application }).application;
};

/** All rows that make up the file of one household. */
export const readContents = async (context: Context, tx: Tx, row: CaseInScope) => {
  const where = { caseId: row.id };
  const people = await tx.person.findMany({ where: { id: { in: row.members.map(({ personId }) => personId) } } });
  return {
    row,
    people: new Map(people.map((person) => [person.id, person])),
    application: await applicationOf(context, tx, row.id),
    events: await tx.caseEvent.findMany({ where, orderBy: { sequence: 'asc' } }),
    letters: await tx.letter.findMany({ where, orderBy: { sequence: 'asc' } }),
    assessments: await tx.assessment.findMany({ where, orderBy: [{ frozenAt: 'asc' }, { id: 'asc' }] }),
    visits: await recordedVisits(tx, context.store.cipher, row.id),
    documents: await tx.document.findMany({ where, orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] }),
  };
};

export type Contents = Awaited<ReturnType<typeof readContents>>;

/** A scan without a name on it covers the whole family. */
const unauthorised = ({ row, people, documents }: Contents): string[] => {
  const signed = documents.filter(({ kind }) => kind === 'authorisation').map(({ personId }) => personId);
  return row.members
    .filter(({ mustAuthorise, leftOn, personId }) => mustAuthorise && !leftOn && !signed.includes(personId))
    .map(({ personId }) => (signed.includes(null) ? undefined : people.get(personId)?.name))
    .filter((name) => name !== undefined);
};

const fileOf = (contents: Contents): FileContents => ({
  stages: new Set([contents.row.stage, ...contents.events.map(({ stage }) => stage)]),
  actions: new Set(contents.events.map(({ action }) => action)),
  documents: new Set([
    ...contents.documents.map(({ kind }) => kind),
    ...(contents.visits.some(isWholeForm) ? ['visitForm'] : []),
  ]),
  unauthorised: unauthorised(contents),
  application: contents.application !== undefined,
  applyingThrough: contents.application?.applyingThrough ?? 'self',
  assessments: contents.assessments.length,
  undelivered: contents.letters.filter(({ deliveredAt }) => !deliveredAt).map(({ title }) => title),
});

export const missingFrom = (contents: Contents): readonly MissingOfStage[] => missingOf(fileOf(contents));
