import { pageBeside, scaleFor } from './sizes';

const A4 = { width: 595, height: 842 };

describe('a page of a PDF in the viewer', () => {
  it('fills the width it is given', () => {
    expect(scaleFor(A4, 1190)).toBe(2);
  });

  it('never asks for more pixels than a canvas bears', () => {
    const scale = scaleFor(A4, 20_000);
    expect(scale).toBeLessThan(20_000 / A4.width);
    expect(A4.width * A4.height * scale * scale).toBeCloseTo(16_000_000, 0);
  });

  it('is followed by the next, up to the last', () => {
    expect([pageBeside(1, 1, 2), pageBeside(2, 1, 2), pageBeside(2, -1, 2), pageBeside(1, -1, 2)]).toEqual([
      2, 2, 1, 1,
    ]);
  });
});
