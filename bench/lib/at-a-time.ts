/**
 * Works through the items in as many lanes as there are workers, each doing one after the other: a caseworker waits for an
 * answer before going on. @throws the first failure, after the other lanes have stopped
 */
export const atATime = async <Lane, Item>(
  lanes: readonly Lane[],
  items: readonly Item[],
  work: (lane: Lane, item: Item) => Promise<void>,
): Promise<void> => {
  let next = 0;
  let failure: { readonly error: unknown } | undefined;
  const run = async (lane: Lane): Promise<void> => {
    while (next < items.length && !failure) {
      const item = items[next]!;
      next += 1;
      await work(lane, item).catch((error: unknown) => (failure ??= { error }));
    }
  };
  await Promise.all(lanes.map(run));
  if (failure) throw failure.error;
};

export interface Timed<Value> {
  readonly value: Value;
  readonly ms: number;
}

export const timed = async <Value>(work: () => Promise<Value>): Promise<Timed<Value>> => {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
};
