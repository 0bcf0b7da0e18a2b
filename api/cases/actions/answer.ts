import { AppError } from '../../../domain/errors';
import { needsVersion } from '../../../domain/lifecycle/table';
import { actorOf, type Context } from '../../context';
import { answer } from '../../http/answer';
import { readCaseView } from '../views/case-view';
import { keepForDelivery } from './deliver-later';
import { performAction, type NeedsOf, type Wanted } from './perform-action';

/** @throws AppError invalidInput where a form must say on which version it was opened */
export const requireVersion = (action: string, expectedVersion: number | undefined): void => {
  if (!needsVersion(action) || expectedVersion !== undefined) return;
  const message = '请带上 expectedVersion(打开表单时案件或事项的版本),以免覆盖他人的办理';
  throw new AppError('invalidInput', `填写有误:${message}`, { fields: [{ path: 'expectedVersion', message }] });
};

/** Does the step and answers with the case as it stands then, or with 202 and where to ask. */
export const answerAction = async (context: Context, wanted: Omit<Wanted, 'commandId'>, needsOf: NeedsOf) => {
  const { scope, store, engine, key = '' } = context;
  const actor = actorOf(context);
  context.audit.case(wanted.caseId);
  const named = { ...wanted, commandId: context.commandId ?? '' };
  const done = await performAction({ store, engine, scope, actor }, named, needsOf);
  if (done.state === 'done') return readCaseView(context, wanted.caseId);
  await keepForDelivery({ scope, actorId: actor.staffId, key }, wanted.caseId, done.command);
  const accepted = {
    status: 'accepted' as const,
    statusUrl: `/api/v1/commands/${encodeURIComponent(key)}`,
  };
  return answer(accepted, { status: 202 });
};
