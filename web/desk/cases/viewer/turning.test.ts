import { beside, turned, upright } from './turning';

describe('a picture in the viewer', () => {
  it('is turned by quarters and comes back after four', () => {
    expect([1, 2, 3, 4].reduce((held) => turned(held, 'turn'), upright)).toEqual(upright);
  });

  it('is enlarged and made smaller within bounds', () => {
    const often = (way: 'larger' | 'smaller') =>
      Array.from({ length: 20 }).reduce<typeof upright>((held) => turned(held, way), upright);
    expect(often('larger').zoom).toBe(6);
    expect(often('smaller').zoom).toBe(0.5);
    expect(turned(often('larger'), 'fit')).toEqual(upright);
  });

  it('is followed by the next, the last by the first', () => {
    expect(beside(['a', 'b'], 'b', 1)).toBe('a');
    expect(beside(['a', 'b'], 'a', -1)).toBe('b');
    expect(beside(['a'], 'gone', 1)).toBe('a');
    expect(beside([], 'gone', 1)).toBeUndefined();
  });
});
