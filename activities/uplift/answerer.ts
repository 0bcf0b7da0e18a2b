import { createAnswerer, type Answerer } from '../../domain/assess';
import type { Parameters } from '../../domain/parameters/resolve';

export type AnswererOf = (parameters: Parameters) => Answerer;

/** The rule books of a population are resolved once and kept as long as the parameters stay. */
export const keepAnswerer = (): AnswererOf => {
  let held: { readonly parameters: Parameters; readonly answer: Answerer } | undefined;
  return (parameters) => {
    if (held?.parameters !== parameters) held = { parameters, answer: createAnswerer(parameters) };
    return held.answer;
  };
};
