import { currentCode } from '../../domain/divisions';
import type { Parameter } from '../../domain/parameters/resolve';

const RULES = ['dibao.', 'tekun.standard.'] as const;

/** What the rules of a place rest on, whatever the day: the phone resolves it as the server does. No personal data. */
export const parametersFor = (all: readonly Parameter[], division: string): readonly Parameter[] => {
  const codes = [division, currentCode(division)];
  return all
    .filter(({ id }) => RULES.some((rules) => id.startsWith(rules)))
    .map((parameter) => ({
      ...parameter,
      values: parameter.values.filter((value) => codes.some((code) => code.startsWith(value.division))),
    }));
};
