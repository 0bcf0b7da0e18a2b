import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommandKeys } from '../../../shared/api/command-key';
import { asProblem, type ProblemError } from '../../../shared/api/problem';
import type { CaseView, TimelineEvent } from '../../../shared/api/types';
import { caseKey, useCaseChanged } from '../api';
import type { Chosen } from './chosen';
import { send } from './send';

/** Somebody was faster: what happened since the form was opened. */
export interface Conflict {
  readonly problem: ProblemError;
  readonly since: number;
}

/** One step, sent with the version that was on the screen when the form was opened, and one key for all its retries. */
export const useSubmit = (view: CaseView, chosen: Chosen, done: () => void) => {
  const [opened, setOpened] = useState({ version: chosen.expectedVersion, sequence: view.sequence });
  const [conflict, setConflict] = useState<Conflict>();
  const keys = useCommandKeys();
  const changed = useCaseChanged(view.id);
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: (input: unknown) => {
      const expectedVersion = opened.version;
      const key = keys.keyFor({ expectedVersion, input });
      return send({ caseId: view.id, chosen, expectedVersion, input, key });
    },
    onSuccess: async (next) => {
      keys.done();
      // Before the case changes: with it the step, and this form, may be gone.
      done();
      await changed(next);
    },
    onError: (error) => {
      const problem = asProblem(error);
      if (problem.status !== 409) return;
      setConflict({ problem, since: opened.sequence });
      void queries.invalidateQueries({ queryKey: caseKey(view.id) });
    },
  });
  /** The person has read what changed and sends the same words again, on the new state. */
  const acknowledge = (): void => {
    setConflict(undefined);
    setOpened({ version: chosen.expectedVersion, sequence: view.sequence });
    mutation.reset();
  };
  return { mutation, conflict, acknowledge };
};

export const eventsSince = (events: readonly TimelineEvent[], since: number): readonly TimelineEvent[] =>
  events.filter(({ sequence }) => sequence > since);
