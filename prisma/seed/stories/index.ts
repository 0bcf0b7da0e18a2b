import type { Days } from '../days';
import type { Story } from '../telling/story';
import { benefitStories } from './benefit';
import { classStories } from './classes';
import { intakeStories } from './intake';
import { leavingStories } from './leaving';
import { noticeStories } from './notice';

/** Every story of the demo. The families are invented; so are their names, numbers and telephones. */
export const stories = (days: Days): readonly Story[] => [
  ...intakeStories(days),
  ...noticeStories(days),
  ...benefitStories(days),
  ...classStories(days),
  ...leavingStories(days),
];
