import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type ProblemError } from '../../shared/api/problem';
import { saveDraft } from './api';
import type { Content } from './content';

const PAUSE_MS = 2500;

export type SaveState =
  { readonly is: 'saved' | 'changed' | 'saving' } | { readonly is: 'failed'; readonly problem: ProblemError };

/** Saves what was typed a moment after the last change; a failed save is tried again with the next, and never silent. */
export const useAutosave = (draftId: string, firstVersion: number, content: Content) => {
  const [state, setState] = useState<SaveState>({ is: 'saved' });
  const version = useRef(firstVersion);
  const saved = useRef(content);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const latest = useRef(content);
  latest.current = content;

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = latest.current;
    if (sent === saved.current) return true;
    setState({ is: 'saving' });
    try {
      const answer = await saveDraft(draftId, version.current, sent);
      version.current = answer.version;
      saved.current = sent;
      setState({ is: latest.current === sent ? 'saved' : 'changed' });
      return true;
    } catch (error) {
      setState({ is: 'failed', problem: asProblem(error) });
      return false;
    }
  }, [draftId]);

  /** One save at a time, so that versions follow one another. */
  const save = useCallback((): Promise<boolean> => {
    running.current = running.current.then(saveOnce, saveOnce);
    return running.current;
  }, [saveOnce]);

  useEffect(() => {
    if (content === saved.current) return undefined;
    setState((before) => (before.is === 'failed' ? before : { is: 'changed' }));
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [content, save]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (latest.current !== saved.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  /** Somebody saved another version: mine goes over it, by my decision. */
  const overwrite = useCallback(
    (newest: number): Promise<boolean> => {
      version.current = newest;
      return save();
    },
    [save],
  );
  return { state, save, overwrite };
};
