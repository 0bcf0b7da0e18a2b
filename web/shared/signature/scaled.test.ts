import { scaled } from './scaled';

const pen = {
  dotSize: 1,
  minWidth: 1,
  maxWidth: 2,
  penColor: 'black',
  velocityFilterWeight: 0.7,
  compositeOperation: 'source-over' as const,
};

describe('a drawn signature', () => {
  it('keeps every stroke when the canvas becomes narrower', () => {
    const points = [
      { x: 10, y: 20, pressure: 0.5, time: 1 },
      { x: 300, y: 40, pressure: 0.5, time: 2 },
    ];
    const [stroke] = scaled([{ ...pen, points }], 0.5);
    expect(stroke?.points.map(({ x, y }) => [x, y])).toEqual([
      [5, 10],
      [150, 20],
    ]);
    expect(stroke).toMatchObject(pen);
    expect(points[0]?.x).toBe(10);
  });
});
