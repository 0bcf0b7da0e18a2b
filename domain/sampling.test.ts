import fc from 'fast-check';
import { drawSample, sampleSize } from './sampling';

const tenth = { numerator: 1n, denominator: 10n };
const ids = Array.from({ length: 40 }, (_, index) => `case-${index}`);

describe('a sample that can be drawn again', () => {
  it.each([
    [0, 0],
    [1, 1],
    [9, 1],
    [10, 1],
    [11, 2],
    [100, 10],
  ])('of %i takes %i', (count, size) => expect(sampleSize(count, tenth)).toBe(size));

  it('takes one even where the rate is nought', () =>
    expect(sampleSize(5, { numerator: 0n, denominator: 1n })).toBe(1));

  it('is the same in whatever order the cases are given, and another with another seed', () => {
    const drawn = drawSample(ids, '530581/2026-05', tenth);
    expect(drawn).toHaveLength(4);
    expect(drawn.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(drawSample([...ids].reverse(), '530581/2026-05', tenth)).toEqual(drawn);
    expect(drawSample(ids, '530581/2026-06', tenth)).not.toEqual(drawn);
  });

  it('gives every case its fair chance over the months', () => {
    const times = new Map<string, number>();
    for (let month = 0; month < 1000; month += 1)
      for (const { id } of drawSample(ids, `530581/${month}`, tenth)) times.set(id, (times.get(id) ?? 0) + 1);
    for (const id of ids) expect(times.get(id)).toBeGreaterThan(60);
  });

  it('draws from the given ones only, none twice', () =>
    fc.assert(
      fc.property(fc.array(fc.uuid()), fc.string(), (given, seed) => {
        const drawn = drawSample(given, seed, tenth).map(({ id }) => id);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((id) => given.includes(id))).toBe(true);
      }),
    ));
});
