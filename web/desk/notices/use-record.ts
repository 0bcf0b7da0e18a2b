import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asProblem } from '../../shared/api/problem';
import { freshKeys, recordOne, type Recorded, type RecordKeys } from './record';

export interface Progress {
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  readonly message?: string;
}

/** One command for each case, one after the other; a refused one stops none of the others. */
export const useRecord = () => {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, RecordKeys>());
  const last = useRef<Recorded>(undefined);
  const [progress, setProgress] = useState<Readonly<Record<string, Progress>>>({});
  const [busy, setBusy] = useState(false);
  const tell = (caseId: string, now: Progress): void => setProgress((before) => ({ ...before, [caseId]: now }));

  const keysFor = (caseId: string): RecordKeys => {
    const found = keys.current.get(caseId) ?? freshKeys();
    keys.current.set(caseId, found);
    return found;
  };

  const run = async (caseIds: readonly string[], words: Recorded): Promise<void> => {
    const same = last.current?.photo === words.photo && last.current.place === words.place;
    // Other words are other commands.
    if (!same) keys.current.clear();
    last.current = words;
    setBusy(true);
    for (const caseId of caseIds) tell(caseId, { state: 'waiting' });
    for (const caseId of caseIds) {
      tell(caseId, { state: 'sending' });
      try {
        await recordOne(caseId, words, keysFor(caseId));
        tell(caseId, { state: 'done' });
      } catch (error) {
        tell(caseId, { state: 'failed', message: asProblem(error).message });
      }
    }
    setBusy(false);
    await Promise.all([['cases'], ['case'], ['queue']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  return { progress, busy, run };
};
