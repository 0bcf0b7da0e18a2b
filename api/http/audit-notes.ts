/** What the audit row of a request will say; handlers note as they go. */
export interface AuditNotes {
  /** Persons whose unmasked data the answer holds or the request changed. */
  persons(ids: readonly string[]): void;
  case(caseId: string): void;
  /** Ids and codes only, never personal data. */
  detail(key: string, value: string | number | boolean | null): void;
}

export interface CollectedNotes {
  readonly persons: readonly string[];
  readonly caseId: string | undefined;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

export const collectNotes = (): { notes: AuditNotes; collected(): CollectedNotes } => {
  const persons = new Set<string>();
  const details: Record<string, string | number | boolean | null> = {};
  let caseId: string | undefined;
  return {
    notes: {
      persons: (ids) => ids.forEach((id) => persons.add(id)),
      case: (id) => {
        caseId = id;
      },
      detail: (key, value) => {
        details[key] = value;
      },
    },
    collected: () => ({ persons: [...persons], caseId, details }),
  };
};
