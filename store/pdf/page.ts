const POINTS_PER_MM = 72 / 25.4;
export const mm = (length: number): number => length * POINTS_PER_MM;

/** GB/T 9704: A4, head 37 mm, binding side 28 mm, type area 156 × 225 mm; lines of 28 points, characters of 16 (三号). */
export const page = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  bottom: mm(297 - 35),
  left: mm(28),
  right: mm(210 - 26),
  textWidth: mm(156),
  lineHeight: 28,
  size: 16,
  titleSize: 22,
  numberSize: 14,
} as const;

export const colours = { red: '#c8102e', grey: '#8c8c8c', black: '#000000', rule: '#404040' } as const;
