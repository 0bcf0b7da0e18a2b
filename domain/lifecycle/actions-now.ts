import { openMatterRefusal, refusalOf, versionOf, type Actor } from './command';
import type { CaseFacts } from './facts';
import { unmetOf } from './guards';
import type { InputKind } from './inputs';
import { isMatterKind, matters, type MatterKind } from './matters';
import { rowOf } from './programmes';
import type { CaseState, Owner } from './state';
import { targetsOf } from './table';

/** An action of the present stage or of an open matter: possible, or with the sentences why it is not. */
export interface ActionNow {
  readonly owner: Owner;
  readonly action: string;
  readonly says: string;
  readonly needs: InputKind;
  readonly targets: readonly string[];
  readonly expectedVersion: number;
  readonly possible: boolean;
  readonly reasons: readonly string[];
}

const ofOwner = (state: CaseState, facts: CaseFacts, actor: Actor, owner: Owner): readonly ActionNow[] => {
  const row = rowOf(state, owner);
  const expectedVersion = versionOf(state, owner);
  if (!row || expectedVersion === undefined) return [];
  const here = owner === 'stage' ? state.stage : (state.matters.find(({ id }) => id === owner)?.step ?? '');
  return Object.entries(row.actions)
    .filter(([, { by }]) => by.some((role) => role !== 'system'))
    .map(([action, { says, needs, to }]) => {
      const refused = refusalOf(state, { action, owner, actor, expectedVersion });
      const reasons = [...(refused ? [refused] : []), ...unmetOf({ state, facts, actor }, owner, action)].map(
        (reason) => reason.says,
      );
      return {
        owner,
        action,
        says,
        needs: needs ?? 'none',
        targets: targetsOf({ to, by: [], says }, here),
        expectedVersion,
        possible: reasons.length === 0,
        reasons,
      };
    });
};

export const actionsNow = (state: CaseState, facts: CaseFacts, actor: Actor): readonly ActionNow[] =>
  ['stage', ...state.matters.map(({ id }) => id)].flatMap((owner) => ofOwner(state, facts, actor, owner));

/** The matters that could be opened now by this person. */
export const mattersNow = (
  state: CaseState,
  actor: Actor,
): readonly { kind: MatterKind; says: string; label: string; needs: InputKind }[] =>
  Object.entries(matters)
    .filter(([kind]) => isMatterKind(kind) && !openMatterRefusal(state, kind, actor.role))
    .map(([kind, { says, label, needs }]) => ({ kind: kind as MatterKind, says, label, needs }));
