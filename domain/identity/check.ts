import { fieldError } from '../errors';

/** What a written number turned out to be, or the sentence that says what is wrong with it. */
export type Checked<Value> = ({ readonly ok: true } & Value) | { readonly ok: false; readonly message: string };

export const wrong = (message: string): { readonly ok: false; readonly message: string } => ({ ok: false, message });

/** The value. @throws AppError invalidInput naming the field */
export const required = <Value>(checked: Checked<Value>, path: string): Value => {
  if (!checked.ok) throw fieldError(path, checked.message);
  return checked;
};

/** Full-width characters, spaces and lower case are typed by people and mean the same. */
export const normalised = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
