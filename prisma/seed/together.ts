/**
 * Runs work over a list, so many at a time; answers in the order of the list. After a failure nothing new is begun, and
 * what runs is waited for before the failure is thrown.
 */
export const together = async <Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  const waiting = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1]);
  };
  const guarded = (): Promise<void> =>
    worker().catch((error: unknown) => {
      waiting.length = 0;
      throw error;
    });
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, guarded));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return results;
};
