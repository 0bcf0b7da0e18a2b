/**
 * The one error family. `code` is stable and part of the API; `message` is Chinese and says what to do next;
 * `fields` names wrong input by JSON path.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: string,
    message: string,
    readonly details: { readonly fields?: readonly FieldError[]; readonly [key: string]: unknown } = {},
  ) {
    super(message);
  }
}

/** `path` is a JSON path such as `members[1].idNumber`. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

export const fieldError = (path: string, message: string): AppError =>
  new AppError('invalidInput', `填写有误:${message}`, { fields: [{ path, message }] });
