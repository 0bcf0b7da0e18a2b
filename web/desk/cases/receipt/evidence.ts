import { useMay } from '../../session/api';
import { useDocuments } from '../api';
import { useFacts } from '../facts/api';

/** The document that proves a line, found by way of the fact that the line rests on. */
export interface Proof {
  readonly documentId: string;
  readonly name: string;
}

const none = new Map<string, Proof>();

/** Documents by fact. Facts that were put right since are read as they were known on the day of the assessment. */
export const useEvidence = (caseId: string, knownOn?: string): ReadonlyMap<string, Proof> => {
  const mayRead = useMay('document.read');
  const { data: facts = [] } = useFacts(caseId, knownOn);
  const { data: documents = [] } = useDocuments(caseId, mayRead);
  if (!mayRead) return none;
  const names = new Map(documents.map(({ id, name }) => [id, name]));
  return new Map(
    facts.flatMap(({ id, evidenceId }) => {
      const name = evidenceId ? names.get(evidenceId) : undefined;
      return evidenceId && name !== undefined ? [[id, { documentId: evidenceId, name }] as const] : [];
    }),
  );
};
