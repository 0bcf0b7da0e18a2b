import { addMonthsToMonth, type CivilMonth } from '../domain/civil-date';
import type { Fen } from '../domain/money';
import { uuidOf } from '../store/uuid';
import type { StepContext } from './steps/context';

export interface Share {
  readonly personId: string;
  readonly fen: Fen;
}

export interface EntitlementDraft {
  readonly fromMonth: CivilMonth;
  /** Last month; open where absent. */
  readonly toMonth?: CivilMonth;
  readonly monthlyFen: Fen;
  /** Per person; they sum to `monthlyFen`. */
  readonly shares: readonly Share[];
  readonly decisionId: string;
  readonly kind: 'benefit' | 'gradualExit';
}

/** What is or was paid and no decision has superseded, by its first month. */
export const entitlementsInForce = (context: StepContext) =>
  context.tx.entitlement.findMany({
    where: { caseId: context.row.id, supersededBy: null },
    include: { components: true },
    orderBy: { fromMonth: 'asc' },
  });

/** Ends what is in force before `fromMonth`; what would begin later is superseded by the decision. */
export const endEntitlement = async (
  context: StepContext,
  fromMonth: CivilMonth,
  decisionId: string,
): Promise<void> => {
  for (const row of await entitlementsInForce(context)) {
    if (row.toMonth && row.toMonth < fromMonth) continue;
    const data =
      row.fromMonth >= fromMonth ? { supersededBy: decisionId } : { toMonth: addMonthsToMonth(fromMonth, -1) };
    await context.tx.entitlement.update({ where: { id: row.id }, data });
  }
};

export const replaceEntitlement = async (context: StepContext, draft: EntitlementDraft): Promise<void> => {
  const sum = draft.shares.reduce((total, { fen }) => total + fen, 0n);
  if (sum !== draft.monthlyFen)
    throw new RangeError(`shares of ${sum} fen are not the entitlement of ${draft.monthlyFen} fen`);
  await endEntitlement(context, draft.fromMonth, draft.decisionId);
  if (draft.monthlyFen <= 0n) return;
  await context.tx.entitlement.create({
    data: {
      id: uuidOf(context.row.id, context.command.commandId, 'entitlement', draft.fromMonth),
      caseId: context.row.id,
      programme: context.row.programme,
      fromMonth: draft.fromMonth,
      toMonth: draft.toMonth ?? null,
      monthlyFen: draft.monthlyFen,
      kind: draft.kind,
      decisionId: draft.decisionId,
      components: { create: draft.shares.map(({ personId, fen }) => ({ personId, fen })) },
    },
  });
};

/** The amount and shares last in force: the base of a gradual exit. */
export const lastBenefit = async (
  context: StepContext,
): Promise<{ readonly monthlyFen: Fen; readonly shares: readonly Share[] } | undefined> => {
  const rows = (await entitlementsInForce(context)).filter(({ kind }) => kind === 'benefit');
  const last = rows.at(-1);
  return (
    last && { monthlyFen: last.monthlyFen, shares: last.components.map(({ personId, fen }) => ({ personId, fen })) }
  );
};
