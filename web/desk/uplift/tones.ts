import type { UpliftView } from './api';

export const tones: Readonly<Record<UpliftView['state'], 'plain' | 'accent' | 'late' | 'good'>> = {
  reckoning: 'accent',
  reviewing: 'late',
  approved: 'accent',
  applying: 'accent',
  done: 'good',
  cancelled: 'plain',
};
