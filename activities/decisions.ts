import { isLifted } from '../domain/lifecycle/lift';
import { uuidOf } from '../store/uuid';
import type { StepContext } from './steps/context';

export interface DecisionDraft {
  readonly kind:
    | 'confirm'
    | 'refuse'
    | 'increase'
    | 'decrease'
    | 'stop'
    | 'gradualExit'
    | 'restore'
    | 'suspend'
    | 'resume'
    | 'nothing';
  readonly reasons: string;
  readonly assessmentId?: string;
  readonly matterId?: string;
}

/** Insert-only; keeps the division's code of the day. Answers the decision's id. */
export const decide = async (context: StepContext, draft: DecisionDraft): Promise<string> => {
  const id = uuidOf(context.row.id, context.command.commandId, 'decision');
  await context.tx.decision.create({
    data: {
      id,
      caseId: context.row.id,
      matterId: draft.matterId ?? null,
      kind: draft.kind,
      decidedOn: context.on,
      authority: isLifted(context.state, context.command.owner) ? 'county' : context.row.authority,
      division: context.row.division,
      assessmentId: draft.assessmentId ?? null,
      reasons: draft.reasons,
      decidedBy: context.command.actor.id,
      createdAt: new Date(context.at),
    },
  });
  return id;
};
