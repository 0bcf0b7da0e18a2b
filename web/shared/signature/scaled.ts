import type { PointGroup } from 'signature_pad';

/** The same strokes on a canvas of another width: turning the phone neither loses nor cuts a signature. */
export const scaled = (strokes: readonly PointGroup[], factor: number): PointGroup[] =>
  strokes.map((stroke) => ({
    ...stroke,
    points: stroke.points.map((point) => ({ ...point, x: point.x * factor, y: point.y * factor })),
  }));
