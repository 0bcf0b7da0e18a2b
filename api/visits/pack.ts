import { addDays, ageOn, civilDateAt, endOfDay } from '../../domain/civil-date';
import { pathOf } from '../../domain/divisions';
import { AppError } from '../../domain/errors';
import { documentKinds, type DocumentKind } from '../../domain/documents/kinds';
import { actionsNow } from '../../domain/lifecycle/actions-now';
import { isMatterKind, matters } from '../../domain/lifecycle/matters';
import { maskAddress, maskPhone } from '../../domain/mask';
import { assessmentInput } from '../../store/cases/facts';
import { factsAsOf } from '../../store/cases/facts-as-of';
import { loadFacts, stateOf } from '../../store/cases/load';
import { recordedVisits } from '../../store/cases/visits';
import { actingAs, caseInScope, type CaseInScope } from '../cases/access';
import { factView } from '../cases/facts/view';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { allows } from '../permissions';
import { colleaguesOf } from '../staff/colleagues';
import { parametersFor } from './parameters-for';
import type { VisitPack } from './pack-view';

const ACTION = 'recordVisit';
/** Photos of last time; more would only fill the phone. */
const MOST_PHOTOS = 12;
const pictures = ['image/jpeg', 'image/png', 'image/webp'];

/** What is visited for, and why it cannot be recorded now. @throws AppError actionNotAllowed where no visit belongs */
const purposeOf = async (context: Context, tx: Tx, row: CaseInScope, owner: string) => {
  const state = stateOf(row);
  const acting = actingAs(actorOf(context));
  const action = actionsNow(state, await loadFacts(tx, row), acting).find(
    (one) => one.owner === owner && one.action === ACTION,
  );
  if (!action)
    throw new AppError('actionNotAllowed', '这一户现在不需要入户(环节已变化),请回到入户清单查看', {
      allowedActions: [],
    });
  const kind = state.matters.find(({ id }) => id === owner)?.kind;
  const kindLabel = kind === undefined ? '入户调查' : isMatterKind(kind) ? matters[kind].label : kind;
  return { kindLabel, reasons: [...action.reasons] };
};

/** Whole where the right to see numbers goes with it, masked otherwise. */
const whereabouts = async ({ store, actor }: Context, tx: Tx, { householdId, applicantId }: CaseInScope) => {
  const whole = allows('case.identity', actor);
  const household = await tx.household.findUnique({ where: { id: householdId } });
  const applicant = await tx.person.findUnique({ where: { id: applicantId } });
  const open = (table: string, column: string, id: string, sealed: Uint8Array | null | undefined): string | null =>
    sealed ? String(store.cipher.openJson(table, column, id, sealed)) : null;
  const address = open('household', 'address_enc', householdId, household?.addressEnc);
  const phone = open('person', 'phone_enc', applicantId, applicant?.phoneEnc);
  return {
    address: address === null || whole ? address : maskAddress(address),
    phone: phone === null || whole ? phone : maskPhone(phone),
  };
};

const lastVisit = async ({ store }: Context, tx: Tx, caseId: string): Promise<VisitPack['last']> => {
  const last = (await recordedVisits(tx, store.cipher, caseId)).at(-1)?.input;
  if (!last) return null;
  const checklist = (last.checklist ?? []).map(({ item, answer, note }) => ({ item, answer, ...(note && { note }) }));
  return { on: last.visitedOn, findings: last.findings, checklist };
};

const photosOf = async (tx: Tx, caseId: string): Promise<VisitPack['photos']> => {
  const rows = await tx.document.findMany({
    where: { caseId, kind: 'visitPhoto', mime: { in: pictures } },
    orderBy: [{ uploadedAt: 'desc' }, { id: 'asc' }],
    take: MOST_PHOTOS,
  });
  return rows.map(({ id, name, kind }) => ({ id, name, kindLabel: documentKinds[kind as DocumentKind] ?? kind }));
};

/** Everything that a visit without network needs. */
export const packOf = async (context: Context, tx: Tx, caseId: string, owner: string): Promise<VisitPack> => {
  const row = await caseInScope(context, tx, caseId);
  const purpose = await purposeOf(context, tx, row, owner);
  const today = civilDateAt(context.now().getTime());
  const parameters = await context.rulebook.parameters(tx);
  const { input } = await assessmentInput(tx, context.store.cipher, row, today);
  const present = row.members.filter(({ leftOn }) => !leftOn);
  const people = await tx.person.findMany({ where: { id: { in: present.map(({ personId }) => personId) } } });
  const keepDays = Number(parameters.get('visits.keepOnPhone', { on: today, division: row.division }).value);
  return {
    caseId,
    owner,
    ...purpose,
    number: row.number,
    applicantName: row.applicantName,
    area: row.area as 'urban' | 'rural',
    division: row.division,
    divisionPath: pathOf(row.division),
    acceptedOn: row.acceptedOn,
    ...(await whereabouts(context, tx, row)),
    members: present.flatMap(({ personId, relation }) =>
      people
        .filter(({ id }) => id === personId)
        .map(({ name, birthDate, sex }) => ({ personId, name, relation, age: ageOn(birthDate, today), sex })),
    ),
    facts: (await factsAsOf(tx, context.store.cipher, { caseId })).map(factView),
    input: { ...input },
    parameters: parametersFor(parameters.all, row.division).map((parameter) => ({ ...parameter })),
    photos: await photosOf(tx, caseId),
    last: await lastVisit(context, tx, caseId),
    colleagues: await colleaguesOf(context, tx),
    keepUntil: new Date(endOfDay(addDays(today, keepDays))).toISOString(),
  };
};
