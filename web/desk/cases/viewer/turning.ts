/** How a picture is held: 1 fills the width; turned in quarters. */
export interface Held {
  readonly zoom: number;
  readonly turns: number;
}

export type Turning = 'larger' | 'smaller' | 'turn' | 'fit';

export const upright: Held = { zoom: 1, turns: 0 };

const SMALLEST = 0.5;
const LARGEST = 6;
const STEP = 1.5;

const within = (zoom: number): number => Math.min(LARGEST, Math.max(SMALLEST, zoom));

const ways: Readonly<Record<Turning, (held: Held) => Held>> = {
  larger: ({ zoom, turns }) => ({ zoom: within(zoom * STEP), turns }),
  smaller: ({ zoom, turns }) => ({ zoom: within(zoom / STEP), turns }),
  turn: ({ zoom, turns }) => ({ zoom, turns: (turns + 1) % 4 }),
  fit: () => upright,
};

export const turned = (held: Held, way: Turning): Held => ways[way](held);

/** Which document follows, going round at the ends. */
export const beside = (ids: readonly string[], id: string, step: 1 | -1): string | undefined => {
  const at = ids.indexOf(id);
  return at < 0 ? ids[0] : ids[(at + step + ids.length) % ids.length];
};
