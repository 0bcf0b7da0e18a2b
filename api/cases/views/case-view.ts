import { civilDateAt } from '../../../domain/civil-date';
import { pathOf } from '../../../domain/divisions';
import { actionsNow, mattersNow } from '../../../domain/lifecycle/actions-now';
import { isMatterKind, matters } from '../../../domain/lifecycle/matters';
import { programmes, tableOf, type Programme } from '../../../domain/lifecycle/programmes';
import { progressOf } from '../../../domain/lifecycle/progress';
import { provinceStageOf } from '../../../domain/lifecycle/province-stages';
import type { CaseState } from '../../../domain/lifecycle/state';
import type { Table } from '../../../domain/lifecycle/table';
import { yuanFromFen } from '../../../domain/money';
import type { Matter } from '../../../generated/prisma/client';
import { loadFacts, stateOf } from '../../../store/cases/load';
import { applicationInputId } from '../../../store/cases/submission/case-row';
import { actorOf, type Context } from '../../context';
import type { Tx } from '../../deps';
import { actingAs, caseInScope, type CaseInScope } from '../access';
import { areFactsOpen } from '../facts/open';
import { letterToTell } from '../../../store/cases/letter-to-tell';
import { deadlineView } from './deadlines';
import { memberViews } from './members';
import type { CaseAnswer } from './schema';
import { wayOf } from './way';
import { candidatesOf, holderOf, othersFor, type Candidate } from './who-could';

const stepLabel = (kind: string, step: string): string =>
  isMatterKind(kind) ? ((matters[kind].table as Table)[step]?.label ?? step) : step;

const matterView = (
  matter: Matter,
  state: CaseState,
  candidates: readonly Candidate[],
): CaseAnswer['matters'][number] => ({
  id: matter.id,
  kind: matter.kind,
  label: isMatterKind(matter.kind) ? matters[matter.kind].label : matter.kind,
  step: matter.step,
  stepLabel: stepLabel(matter.kind, matter.step),
  version: matter.version,
  personId: matter.personId,
  openedAt: matter.openedAt.toISOString(),
  holder: holderOf(state, matter.id, candidates),
});

const running = ['running', 'late', 'unpublished'];

const notesOf = async ({ store }: Context, tx: Tx, caseId: string): Promise<string[]> => {
  const stored = await tx.caseInput.findUnique({ where: { id: applicationInputId(caseId) } });
  if (!stored) return [];
  const { notes } = store.cipher.openJson('case_input', 'content_enc', stored.id, stored.contentEnc) as {
    notes: string[];
  };
  return notes;
};

/** All that hangs on a case, read in the caller's transaction. */
const readAround = async (tx: Tx, row: CaseInScope) => ({
  deadlines: await tx.deadline.findMany({
    where: { caseId: row.id, state: { in: running } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  }),
  open: await tx.matter.findMany({ where: { caseId: row.id, closedAt: null }, orderBy: { openedAt: 'asc' } }),
  assignee: row.assigneeId
    ? await tx.staff.findUnique({ where: { id: row.assigneeId }, select: { id: true, name: true } })
    : null,
});

export const buildCaseView = async (context: Context, tx: Tx, row: CaseInScope): Promise<CaseAnswer> => {
  const now = context.now();
  const state = stateOf(row);
  const facts = await loadFacts(tx, row);
  const acting = actingAs(actorOf(context));
  const { deadlines, open, assignee } = await readAround(tx, row);
  const candidates = await candidatesOf(tx, row, state, facts, now);
  const letter = await letterToTell(
    tx,
    row.id,
    deadlines.map(({ kind }) => kind),
  );
  return {
    id: row.id,
    number: row.number,
    programme: row.programme,
    programmeLabel: programmes[row.programme as Programme].label,
    division: row.division,
    divisionPath: pathOf(row.division),
    area: row.area,
    route: row.route,
    applicantName: row.applicantName,
    memberCount: row.memberCount,
    stage: {
      id: row.stage,
      label: tableOf(row.programme)[row.stage]?.label ?? row.stage,
      since: row.stageSince.toISOString(),
      version: row.stageVersion,
    },
    way: await wayOf(tx, row),
    progress: [...progressOf(row.stage, facts)],
    holder: holderOf(state, 'stage', candidates),
    factsOpen: areFactsOpen(state),
    provinceStage: provinceStageOf(row.stage, facts) ?? null,
    authority: row.authority as CaseAnswer['authority'],
    beneficiaryScope: row.beneficiaryScope,
    monthly: yuanFromFen(row.monthlyFen),
    submittedAt: row.submittedAt.toISOString(),
    acceptedOn: row.acceptedOn,
    decidedOn: row.decidedOn,
    closedAt: row.closedAt?.toISOString() ?? null,
    deadlines: deadlines.map((deadline) => deadlineView(deadline, state, now, letter)),
    matters: open.map((matter) => matterView(matter, state, candidates)),
    members: await memberViews(tx, context.store.cipher, row, facts, civilDateAt(now.getTime())),
    actions: actionsNow(state, facts, acting).map((action) => ({
      ...action,
      targets: [...action.targets],
      reasons: [...action.reasons],
      people: othersFor(action, candidates, acting.id),
    })),
    matterActions: [...mattersNow(state, acting)],
    relatives: row.relatives.map(({ personId, relativeName, post, relation }) => ({
      personId,
      relativeName,
      post,
      relation,
    })),
    assignee,
    linkedCaseId: row.linkedCaseId,
    forcedVisit: [...facts.forcedVisit],
    notes: await notesOf(context, tx, row.id),
    sequence: row.sequence,
    registered: row.sequence > 0,
  };
};

/** The case as the actor sees it now. @throws AppError notFound, relativeLockedOut */
export const readCaseView = (context: Context, caseId: string): Promise<CaseAnswer> =>
  context.scope(async (tx) => buildCaseView(context, tx, await caseInScope(context, tx, caseId)));
