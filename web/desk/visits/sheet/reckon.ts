import type { Assessment } from '../../../../domain/dibao/assessment';
import { assess } from '../../../../domain/assess';
import type { AssessmentInput } from '../../../../domain/dibao/input';
import { AppError } from '../../../../domain/errors';
import { yuanFromFen } from '../../../../domain/money';
import { createParameters, type Parameter } from '../../../../domain/parameters/resolve';
import { withFindings } from '../../../../domain/visits/findings';
import { sumLines, type SumLine } from '../../../../domain/visits/sum-lines';
import { changesOf } from './changes';
import type { Sheet } from './model';
import { knownFacts, nameIn, type Pack } from './pack';

export interface Reckoned {
  readonly eligibility: Assessment['eligibility'];
  readonly monthly: string;
  readonly lines: readonly SumLine[];
}

/** The same rules as at the office, on the facts as just found, without network. @returns a sentence where they cannot be applied */
export const reckon = (pack: Pack, sheet: Sheet): Reckoned | string => {
  // The API only promises JSON; it is what the rules of the same version wrote.
  const input = pack.input as unknown as AssessmentInput;
  const parameters = createParameters(pack.parameters as unknown as Parameter[]);
  try {
    const found = withFindings({ ...input, date: sheet.visitedOn }, changesOf(sheet, knownFacts(pack)));
    const assessment = assess(found, parameters);
    return {
      eligibility: assessment.eligibility,
      monthly: yuanFromFen(assessment.monthly),
      lines: sumLines(assessment, nameIn(pack)),
    };
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
};
