import type { OpenVisit } from '../use-visit';

/** What every step of the sheet gets. */
export interface StepProps {
  readonly visit: OpenVisit;
  /** Goes to another step. */
  readonly go: (step: number) => void;
}
