import { setTimeout as pause } from 'node:timers/promises';
import { insist } from './report';

/** More in the air than this and the system no longer keeps up: there is no figure for that. */
const MOST_IN_THE_AIR = 500;

/**
 * Calls arrive `rate` times a second, whether those before have been answered or not; milliseconds of each from the
 * moment it was due, so that waiting in line counts.
 */
export const atARate = async (
  rate: number,
  seconds: number,
  call: (index: number) => Promise<unknown>,
): Promise<readonly number[]> => {
  const took: number[] = [];
  const calls: Promise<void>[] = [];
  let inTheAir = 0;
  const started = performance.now();
  for (let index = 0; index < rate * seconds; index += 1) {
    const due = started + (index * 1000) / rate;
    const early = due - performance.now();
    if (early > 1) await pause(early);
    insist((inTheAir += 1) <= MOST_IN_THE_AIR, `${inTheAir} calls wait for an answer: ${rate} a second are too many`);
    calls.push(
      call(index).then(() => {
        inTheAir -= 1;
        took.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(calls);
  return took;
};
