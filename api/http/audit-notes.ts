import type { Actor } from '../actor';

type Who = Pick<Actor, 'staffId' | 'role' | 'division'>;

/** What the audit row of a request will say; handlers note as they go. */
export interface AuditNotes {
  /** Persons whose unmasked data the answer holds or the request changed. */
  persons(ids: readonly string[]): void;
  case(caseId: string): void;
  /** Who it turned out to be, where the request came without a session: a log-in. */
  actor(who: Who): void;
  /** Ids and codes only, never personal data. */
  detail(key: string, value: string | number | boolean | null): void;
}

export interface CollectedNotes {
  readonly persons: readonly string[];
  readonly caseId: string | undefined;
  readonly actor?: Who | undefined;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

export const collectNotes = (): { notes: AuditNotes; collected(): CollectedNotes } => {
  const persons = new Set<string>();
  const details: Record<string, string | number | boolean | null> = {};
  let caseId: string | undefined;
  let actor: Who | undefined;
  return {
    notes: {
      persons: (ids) => ids.forEach((id) => persons.add(id)),
      case: (id) => {
        caseId = id;
      },
      actor: (who) => {
        actor = who;
      },
      detail: (key, value) => {
        details[key] = value;
      },
    },
    collected: () => ({ persons: [...persons], caseId, actor, details }),
  };
};
