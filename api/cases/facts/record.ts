import { civilDateAt } from '../../../domain/civil-date';
import { AppError, fieldError } from '../../../domain/errors';
import { checkInput } from '../../../domain/dibao/check-input';
import { assessmentInput, type FactKind } from '../../../store/cases/facts';
import { dated, type DatedFact } from '../../../store/cases/facts-as-of';
import { lockCase, stateOf } from '../../../store/cases/load';
import { newId } from '../../../store/uuid';
import { actorOf, type Context } from '../../context';
import type { Tx } from '../../deps';
import { invalidInput } from '../../http/errors';
import { covers } from '../../permissions';
import { caseInScope, type CaseInScope } from '../access';
import { underPath } from '../actions/read-input';
import { factContents, personal } from './contents';
import { requireFactsOpen } from './open';

export interface NewFact {
  readonly kind: FactKind;
  readonly content: Readonly<Record<string, unknown>>;
  readonly personId?: string;
  readonly validFrom: string;
  readonly evidenceId?: string;
  /** The fact that this one puts right or follows. */
  readonly replaces?: string;
}

const contentOf = ({ kind, content, personId }: NewFact): Record<string, unknown> => {
  const result = factContents[kind].safeParse(content);
  if (!result.success) throw underPath('content', invalidInput(result.error));
  const own = personId === undefined || kind === 'support' ? {} : { [kind === 'member' ? 'id' : 'member']: personId };
  return { ...(result.data as Record<string, unknown>), ...own };
};

/** A guest of a case only looks. */
const requireOwnOffice = (context: Context, { division }: CaseInScope): void => {
  if (!covers(actorOf(context), division)) throw new AppError('notYourOffice', '本案由其他地区办理,您的单位只能查看');
};

const checkPerson = ({ kind, personId }: NewFact, row: CaseInScope): void => {
  if (personId === undefined && personal.has(kind)) throw fieldError('personId', '请选择家庭成员');
  if (personId !== undefined && !row.members.some((member) => member.personId === personId && !member.leftOn))
    throw fieldError('personId', '不是本案家庭成员');
};

/** Superseded facts stay in the file, as they were known. */
const supersede = async (tx: Tx, { kind, personId, replaces }: NewFact, caseId: string, now: Date): Promise<void> => {
  const current = { caseId, supersededAt: null };
  if (replaces !== undefined) {
    const { count } = await tx.fact.updateMany({
      where: { ...current, id: replaces, kind },
      data: { supersededAt: now },
    });
    if (count === 0) throw fieldError('replaces', '没有这条同类的现行记录,可能已被更新,请刷新后再填');
  }
  // What a member is like is one record: a new one always takes the place of the old.
  if (kind === 'member' && personId !== undefined)
    await tx.fact.updateMany({ where: { ...current, kind, personId }, data: { supersededAt: now } });
};

const checkEvidence = async (tx: Tx, { evidenceId }: NewFact, caseId: string): Promise<void> => {
  if (evidenceId === undefined) return;
  if (!(await tx.document.findFirst({ where: { id: evidenceId, caseId }, select: { id: true } })))
    throw fieldError('evidenceId', '请先把证明材料上传到本案');
};

/** The household with the new fact must still be something the rules can read. */
const checkWhole = async (context: Context, tx: Tx, row: CaseInScope): Promise<void> => {
  const { input } = await assessmentInput(tx, context.store.cipher, row, civilDateAt(context.now().getTime()));
  try {
    checkInput(input);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fields = (error.details.fields ?? []).map(({ message }) => ({ path: 'content', message }));
    throw new AppError(error.code, error.message, { fields });
  }
};

/**
 * Adds a fact to the file while the file is open; the case row is held, so that no step comes between.
 * @throws AppError factsLocked, invalidInput
 */
export const recordFactOf = async (context: Context, tx: Tx, caseId: string, fact: NewFact): Promise<DatedFact> => {
  await caseInScope(context, tx, caseId);
  await lockCase(tx, caseId);
  const row = await caseInScope(context, tx, caseId);
  requireOwnOffice(context, row);
  requireFactsOpen(stateOf(row));
  checkPerson(fact, row);
  const content = contentOf(fact);
  const now = context.now();
  if (fact.validFrom > civilDateAt(now.getTime())) throw fieldError('validFrom', '不能填写今天以后的日期');
  await checkEvidence(tx, fact, caseId);
  await supersede(tx, fact, caseId, now);
  const id = newId();
  const created = await tx.fact.create({
    data: {
      id,
      caseId,
      householdId: row.householdId,
      kind: fact.kind,
      personId: fact.personId ?? null,
      contentEnc: context.store.cipher.sealJson('fact', 'content_enc', id, content),
      evidenceId: fact.evidenceId ?? null,
      validFrom: fact.validFrom,
      recordedAt: now,
      recordedBy: actorOf(context).staffId,
    },
  });
  await checkWhole(context, tx, row);
  return dated(context.store.cipher, created);
};
