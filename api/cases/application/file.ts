import { AppError } from '../../../domain/errors';
import { submitCase as fileApplication } from '../../../store/cases/submit';
import { stateOf } from '../../../store/cases/load';
import { uuidOf } from '../../../store/uuid';
import { actorOf, type Context } from '../../context';
import type { Tx } from '../../deps';
import { covers } from '../../permissions';
import { caseUnknown } from '../access';
import { underPath } from '../actions/read-input';
import { readCaseView } from '../views/case-view';
import type { CaseAnswer } from '../views/schema';
import type { Application } from './schema';

/** A place outside the own area is a wrong entry of this form, not a lack of permission for it. */
const requireOwnArea = (context: Context, { division }: Application): void => {
  if (covers(actorOf(context), division)) return;
  const message = `${division}不在您当前任职的辖区内;请填写本辖区的地点,或由当地登记`;
  throw new AppError('invalidInput', `填写有误:${message}`, { fields: [{ path: 'division', message }] });
};

/** The person that each member of the application became; empty where the case had been made before. */
export type PersonOf = ReadonlyMap<string, string>;

/** The same key makes the same case: what was filed under it before is left as it is. */
const fileOnce = async (context: Context, tx: Tx, caseId: string, application: Application): Promise<PersonOf> => {
  if (await tx.case.findUnique({ where: { id: caseId }, select: { id: true } })) return new Map();
  const submitted = await fileApplication(tx, context.store.cipher, {
    caseId,
    application,
    submittedAt: context.now(),
    submittedBy: actorOf(context).staffId,
    origin: 'application',
    clock: 'engine',
  });
  context.audit.persons(submitted.personIds);
  context.audit.detail('number', submitted.number);
  return new Map(application.members.map(({ ref }, index) => [ref, submitted.personIds[index]!]));
};

/** Hands the case to the engine; where that fails, the sweeper does it: nothing is accepted and forgotten. */
const startEngine = async (context: Context, caseId: string): Promise<void> => {
  const { engine, scope, logger, requestId } = context;
  try {
    const row = await scope((tx) =>
      tx.case.findUnique({ where: { id: caseId }, select: { snapshot: true, sequence: true } }),
    );
    if (!row) throw caseUnknown();
    if (row.sequence > 0) return;
    await engine.start(stateOf(row));
    await scope((tx) =>
      tx.case.updateMany({ where: { id: caseId, engineStartedAt: null }, data: { engineStartedAt: context.now() } }),
    );
    await engine.settled(caseId);
  } catch (error) {
    logger.warn(
      { requestId, caseId, code: error instanceof AppError ? error.code : 'engineUnavailable' },
      'case waits for the engine',
    );
  }
};

/**
 * Files an application as a case and answers with it; `also` joins the transaction.
 * @throws AppError invalidInput with paths under `prefix`, duplicateApplication
 */
export const fileCaseOf = async (
  context: Context,
  application: Application,
  prefix: string,
  also: (tx: Tx, caseId: string, personOf: PersonOf) => Promise<void> = () => Promise.resolve(),
): Promise<CaseAnswer> => {
  const caseId = uuidOf(context.commandId ?? '', 'case');
  context.audit.case(caseId);
  try {
    requireOwnArea(context, application);
    await context.scope(async (tx) => {
      await also(tx, caseId, await fileOnce(context, tx, caseId, application));
    });
  } catch (error) {
    throw error instanceof AppError ? underPath(prefix, error) : error;
  }
  await startEngine(context, caseId);
  return readCaseView(context, caseId);
};
