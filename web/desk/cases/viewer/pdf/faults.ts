import { texts } from './texts';

/** By the name of the library's error. */
const sayings: Readonly<Record<string, string>> = {
  InvalidPDFException: texts.damaged,
  FormatError: texts.damaged,
  PasswordException: texts.locked,
};

/** What to tell the reader when a PDF does not open. */
export const sayingOf = (error: unknown): string =>
  (error instanceof Error ? sayings[error.name] : undefined) ?? texts.unread;
