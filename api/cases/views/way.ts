import { tableOf } from '../../../domain/lifecycle/programmes';
import type { Patch } from '../../../domain/lifecycle/state';
import type { Tx } from '../../deps';
import type { CaseAnswer } from './schema';

/** The stages that the case has been in, each with the instant of entering it. */
export const wayOf = async (
  tx: Tx,
  { id: caseId, programme }: { readonly id: string; readonly programme: string },
): Promise<CaseAnswer['way']> => {
  const table = tableOf(programme);
  const events = await tx.caseEvent.findMany({
    where: { caseId },
    orderBy: { sequence: 'asc' },
    select: { patch: true, at: true },
  });
  return events.flatMap(({ patch, at }) => {
    const { stage } = patch as unknown as Patch;
    return stage === undefined ? [] : { id: stage, label: table[stage]?.label ?? stage, since: at.toISOString() };
  });
};
