import type { Draft, FactChange } from '../sheet/model';
import { picturesOf, visitInputOf } from '../sheet/visit-input';

type Picture = ReturnType<typeof picturesOf>[number];

/** How the parts of a visit reach the office; each with a key that stays the same over every resend. */
export interface Transport {
  upload(caseId: string, picture: Picture, bytes: Blob, key: string): Promise<string>;
  recordFact(caseId: string, change: FactChange, validFrom: string, key: string): Promise<string>;
  recordVisit(draft: Pick<Draft, 'caseId' | 'owner'>, input: unknown, key: string): Promise<void>;
}

interface Parts {
  readonly transport: Transport;
  picture(id: string): Promise<Blob | undefined>;
  /** Progress is kept after each part, so that a break costs no more than one. */
  save(draft: Draft): Promise<void>;
}

/** Pictures first, then the facts as found, the visit last: whoever reads the visit finds everything that it names. */
export const sendVisit = async (start: Draft, { transport, picture, save }: Parts): Promise<void> => {
  let draft = start;
  const advance = async (next: Partial<Draft>): Promise<void> => {
    draft = { ...draft, ...next };
    await save(draft);
  };
  for (const one of picturesOf(draft.sheet)) {
    if (draft.uploaded[one.id] !== undefined) continue;
    const bytes = await picture(one.id);
    if (!bytes) throw new Error(`the picture ${one.id} is not on this phone`);
    const documentId = await transport.upload(draft.caseId, one, bytes, `visit-${one.id}`);
    await advance({ uploaded: { ...draft.uploaded, [one.id]: documentId } });
  }
  for (const change of draft.changes) {
    const said = JSON.stringify(change);
    const before = draft.recorded[change.id];
    if (before?.said === said) continue;
    // Corrected after it had reached the file: it takes the place of what is there now.
    const wanted = before ? { ...change, replaces: before.factId } : change;
    const key = `visit-${draft.key}-${change.id}`;
    const factId = await transport.recordFact(draft.caseId, wanted, draft.sheet.visitedOn, key);
    await advance({ recorded: { ...draft.recorded, [change.id]: { said, factId } } });
  }
  await transport.recordVisit(draft, visitInputOf(draft), `visit-${draft.key}`);
};
