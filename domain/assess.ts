import { createAnswerer as createDibaoAnswerer, createAssessor as createDibaoAssessor } from './dibao/assess';
import type { Answerer, Assessor } from './dibao/assess';
import type { AssessmentInput } from './dibao/input';
import type { Parameters } from './parameters/resolve';
import { answerTekun, assessTekun } from './tekun/assess';

export type { Answerer, Assessor } from './dibao/assess';

/** An assessor for the households of every programme; the question says whose rules it asks for. */
export const createAssessor = (parameters: Parameters): Assessor => {
  const dibao = createDibaoAssessor(parameters);
  return (input) => (input.programme === 'tekun' ? assessTekun(input, parameters) : dibao(input));
};

/** The same without a word of explanation: for whole populations. */
export const createAnswerer = (parameters: Parameters): Answerer => {
  const dibao = createDibaoAnswerer(parameters);
  return (input) => (input.programme === 'tekun' ? answerTekun(input, parameters) : dibao(input));
};

/** One household on one day by the rules of its programme. @throws AppError as the programme's own */
export const assess = (input: AssessmentInput, parameters: Parameters): ReturnType<Assessor> =>
  createAssessor(parameters)(input);
