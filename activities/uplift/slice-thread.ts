import { loadConfig } from '../../config';
import { createStore } from '../../store/client';
import { createRulebook } from '../../store/rulebook';
import { createReckonSlice } from './slice';
import { SLICES_OF_A_THREAD } from './threads';

const { databaseUrlWorker, keyRing } = loadConfig();

/** What a thread is asked, with connections of its own. */
export const reckonSlice = createReckonSlice({
  store: createStore({ url: databaseUrlWorker, keyRing, poolSize: SLICES_OF_A_THREAD }),
  rulebook: createRulebook(),
});
