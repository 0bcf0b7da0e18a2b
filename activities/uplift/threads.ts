import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { Reckoned } from '../../store/uplift/reckon';
import type { ReckonSlice, Slice } from './slice';

/** One is read by the database while another is reckoned. */
export const SLICES_OF_A_THREAD = 2;
const MOST_THREADS = 4;
const IDLE_MS = 60_000;
/** Whatever officers do goes first. */
const NICE = 5;

/** A thread for each core, a few at most, started when a population is reckoned and ended a minute after. */
export const createSliceThreads = (): { readonly reckonSlice: ReckonSlice; readonly close: () => Promise<void> } => {
  const threads = new Piscina<Slice, readonly Reckoned[]>({
    filename: join(__dirname, 'slice-thread.js'),
    name: 'reckonSlice',
    minThreads: 0,
    maxThreads: Math.min(availableParallelism(), MOST_THREADS),
    concurrentTasksPerWorker: SLICES_OF_A_THREAD,
    idleTimeout: IDLE_MS,
    niceIncrement: NICE,
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 },
  });
  return { reckonSlice: (slice) => threads.run(slice), close: () => threads.destroy() };
};
