import type { Prisma } from '../../generated/prisma/client';
import { AppError } from '../../domain/errors';
import { foldFacts } from '../../domain/lifecycle/fold';
import type { Authority, CaseFacts, Summary } from '../../domain/lifecycle/facts';
import type { CaseState } from '../../domain/lifecycle/state';

type Tx = Prisma.TransactionClient;

/** The snapshot as the engine's state: written by the step that made it. */
export const stateOf = (row: { readonly snapshot: Prisma.JsonValue }): CaseState =>
  row.snapshot as unknown as CaseState;

/** Holds the case for this transaction. What is read after it, in a statement of its own, is as the last holder left it. */
export const holdCase = async (tx: Tx, caseId: string): Promise<void> => {
  await tx.$queryRaw`select 1 from "case" where id = ${caseId}::uuid for update`;
};

/** Holds the case for this transaction, so that steps and facts never interleave. @throws AppError caseUnknown */
export const lockCase = async (tx: Tx, caseId: string) => {
  await holdCase(tx, caseId);
  const row = await tx.case.findUnique({ where: { id: caseId }, include: { members: true } });
  if (!row) throw new AppError('caseUnknown', '没有这个案件,或者不在您的管辖范围内');
  return row;
};

export interface Relative {
  readonly staffId: string | null;
  readonly personId: string;
}

/** An event as far as facts are folded from it. */
export interface FactEvent {
  readonly action: string;
  readonly owner: string;
  readonly actorId: string | null;
  readonly summary: unknown;
}

/** What the guards need, folded from all of a case's events in order. */
export const factsFrom = (
  authority: string,
  events: readonly FactEvent[],
  relatives: readonly Relative[],
): CaseFacts => {
  const start = {
    authority: authority as Authority,
    adults: [],
    relatives: relatives.map(({ staffId, personId }) => staffId ?? personId),
  };
  return foldFacts(
    start,
    events.map((event) => ({ ...event, summary: event.summary as Summary })),
  );
};

/** What the guards need, folded from the case's own events. `relatives`: where they have been read already. */
export const loadFacts = async (
  tx: Tx,
  row: { readonly id: string; readonly authority: string; readonly relatives?: readonly Relative[] },
): Promise<CaseFacts> => {
  const [events, relatives] = await Promise.all([
    tx.caseEvent.findMany({
      where: { caseId: row.id },
      orderBy: { sequence: 'asc' },
      select: { action: true, owner: true, actorId: true, summary: true },
    }),
    row.relatives ??
      tx.relativeDeclaration.findMany({
        where: { caseId: row.id, ending: null },
        select: { staffId: true, personId: true },
      }),
  ]);
  return factsFrom(row.authority, events, relatives);
};
