import { AppError } from '../../domain/errors';
import type { DynamicsList } from '../../generated/prisma/client';
import { actorOf, type Context } from '../context';
import { body, integer } from '../fields';
import { holdList, listView, signFault } from './find';

export const stepInput = body({ expectedVersion: integer('打开时的版本', { min: 0, max: 1_000_000 }) });

interface Change {
  readonly state: 'open' | 'submitted' | 'signed';
  readonly submittedBy?: string | null;
  readonly submittedAt?: Date | null;
  readonly signedBy?: string;
  readonly signedAt?: Date;
}

const refuse = (says: string): never => {
  throw new AppError('actionNotAllowed', says);
};

type Step = (
  list: DynamicsList,
  items: readonly { readonly decision: string | null; readonly decidedBy: string | null }[],
  by: { readonly staffId: string; readonly at: Date },
) => Change;

const steps = {
  submit: ({ state }, items, { staffId, at }) => {
    if (state !== 'open') refuse('清单已经提交');
    const undecided = items.filter(({ decision }) => decision === null).length;
    if (undecided > 0) refuse(`还有${undecided}项没有决定,请全部决定后提交`);
    return { state: 'submitted', submittedBy: staffId, submittedAt: at };
  },
  sign: (list, items, { staffId, at }) => {
    const fault = signFault(list, items, staffId);
    if (fault) refuse(`不能签字:${fault}`);
    return { state: 'signed', signedBy: staffId, signedAt: at };
  },
  returnForWork: ({ state }) => {
    if (state !== 'submitted') refuse('只有待签字的清单可以退回');
    return { state: 'open', submittedBy: null, submittedAt: null };
  },
} as const satisfies Readonly<Record<string, Step>>;

/** Submits, signs or sends back a list: held, by version, and never signed by who decided in it. */
export const takeListStep = (context: Context, listId: string, name: keyof typeof steps, expectedVersion: number) =>
  context.scope(async (tx) => {
    const { staffId } = actorOf(context);
    const list = await holdList(tx, listId, expectedVersion);
    const items = await tx.dynamicsItem.findMany({ where: { listId }, select: { decision: true, decidedBy: true } });
    const change: Change = steps[name](list, items, { staffId, at: context.now() });
    await tx.dynamicsList.updateMany({ where: { id: listId }, data: { ...change, version: { increment: 1 } } });
    return listView(context, tx, listId);
  });
