import type { LetterText } from '../../../../domain/letters/letter';
import type { Summary } from '../../../../domain/lifecycle/facts';
import type { OpenedMatter } from '../../../steps/context';

/** A matter about to be opened, with what the file, the timeline and the household are told of it. */
export interface Opening {
  readonly matter: OpenedMatter;
  readonly summary?: Summary;
  readonly detail?: string;
  readonly letter?: LetterText;
}
