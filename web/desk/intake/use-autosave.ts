import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type ProblemError } from '../../shared/api/problem';
import { sessionEnded } from '../../shared/api/session-ended';
import { keepUnder, keptUnder } from '../../shared/kept-input';
import { saveDraft } from './api';
import type { Content } from './content';

const PAUSE_MS = 2500;
/** Between two attempts while the network or the session is away. */
const AGAIN_MS = 5000;

const keyOf = (draftId: string): string => `intake:${draftId}`;

export interface Unsaved {
  readonly version: number;
  readonly content: Content;
}

/** What was typed and had not reached the server when the page went away. */
export const unsavedOf = (draftId: string): Unsaved | undefined => keptUnder(keyOf(draftId)) as Unsaved | undefined;

/** Worth another attempt by itself: no network, an ended session, a server that is starting. */
const passes = ({ status }: ProblemError): boolean => status === 0 || status === 401 || status >= 500;

export type SaveState =
  { readonly is: 'saved' | 'changed' | 'saving' } | { readonly is: 'failed'; readonly problem: ProblemError };

/**
 * Saves what was typed a moment after the last change. A failed save is never silent; it is tried again with the next
 * change, and by itself when network or session are back. What is not saved yet survives a reload in this tab.
 */
export const useAutosave = (draftId: string, firstVersion: number, content: Content, isSaved: boolean) => {
  const [state, setState] = useState<SaveState>({ is: 'saved' });
  const version = useRef(firstVersion);
  const saved = useRef<Content | undefined>(isSaved ? content : undefined);
  const ended = sessionEnded.use();
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
      if (latest.current === sent) keepUnder(keyOf(draftId), undefined);
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
    keepUnder(keyOf(draftId), { version: version.current, content } satisfies Unsaved);
    setState((before) => (before.is === 'failed' ? before : { is: 'changed' }));
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [content, draftId, save]);

  useEffect(() => {
    if (state.is !== 'failed' || !passes(state.problem) || ended) return undefined;
    const again = (): void => void save();
    const timer = setTimeout(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [state, ended, save]);

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
