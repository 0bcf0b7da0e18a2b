import type { components } from '../../../client/schema';
import { contentOf } from '../../facts/fields';
import type { KnownFact } from './changes';

/** What was downloaded for one visit. */
export type Pack = components['schemas']['VisitPack'];

export const knownFacts = ({ facts }: Pack): readonly KnownFact[] =>
  facts.map(({ id, kind, personId, content }) => ({ id, kind, personId, content: contentOf(content) }));

export const nameIn =
  ({ members }: Pack) =>
  (personId: string): string =>
    members.find((member) => member.personId === personId)?.name ?? '家庭成员';
