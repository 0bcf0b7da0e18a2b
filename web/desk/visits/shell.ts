import { useEffect, useState } from 'react';

const WORKER = '/sw.js';

/** Whether the pages of visits can be opened without network: the worker has their files. */
export const useShell = (): 'ready' | 'pending' | 'none' => {
  const known = 'serviceWorker' in navigator;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!known) return undefined;
    let here = true;
    // Without network there is nothing to register, and what is registered works.
    void navigator.serviceWorker.register(WORKER).catch(() => undefined);
    void navigator.serviceWorker.ready.then(() => here && setReady(true));
    return () => {
      here = false;
    };
  }, [known]);
  if (!known) return 'none';
  return ready ? 'ready' : 'pending';
};
