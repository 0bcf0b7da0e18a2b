import type { Content } from './content';

export interface PartProps {
  readonly draftId: string;
  readonly content: Content;
  readonly change: (part: Partial<Content>) => void;
  /** Sentence by path, shown once somebody has asked to submit. */
  readonly problems: Readonly<Record<string, string>>;
}

/** The problems of one item of a list, by the names of its fields. */
export const problemsOf = (problems: PartProps['problems'], path: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems)
      .filter(([key]) => key.startsWith(`${path}.`))
      .map(([key, sentence]) => [key.slice(path.length + 1), sentence.replace(/^[^:]*:/, '')]),
  );
