import type { CivilDate } from '../../domain/civil-date';
import type { Answerer } from '../../domain/assess';
import type { AssessmentInput } from '../../domain/dibao/input';
import { AppError } from '../../domain/errors';
import { classOf, type UpliftClass } from '../../domain/uplift/classes';
import type { FieldCipher } from '../crypto';
import type { Ask } from './ask';
import { foundOf, type Found, type Population } from './population';
import { presentInputs } from './present-inputs';

/** What the standards of a day make of a case. */
export interface Reckoned {
  readonly caseId: string;
  readonly division: string;
  readonly area: string;
  readonly class: UpliftClass;
  readonly oldFen: bigint;
  readonly newFen: bigint;
  /** Who would benefit. */
  readonly persons: number;
  readonly reason?: string;
  /** First month of the benefit in force. */
  readonly fromMonth: string | null;
  /** The class that the office found last. */
  readonly ruralClass?: string;
}

interface Reckoner {
  readonly ask: Ask;
  readonly cipher: FieldCipher;
  readonly answer: Answerer;
  readonly on: CivilDate;
}

/** The frozen question of the decision in force. Without numbers beyond JSON's own, so that no reviver is needed. */
const frozenInput = (cipher: FieldCipher, { assessmentId, inputEnc }: Found): AssessmentInput | undefined =>
  assessmentId === null || inputEnc === null
    ? undefined
    : (JSON.parse(
        cipher.open({ table: 'assessment', column: 'input_enc', row: assessmentId }, inputEnc).toString('utf8'),
      ) as AssessmentInput);

const classIn = (input: AssessmentInput | undefined): string | undefined => {
  const found = input?.overrides?.['class'];
  return typeof found === 'string' ? found : undefined;
};

/** A share that was cut in a change (refused work) is not given back by a new standard; the office decides on it anew. */
const isCut = ({ byMatter, oldFen, assessedFen }: Found): boolean =>
  byMatter && oldFen !== null && assessedFen !== null && BigInt(oldFen) < BigInt(assessedFen);

/** The standard of 特困 is a floor: what a county pays above it is not touched by a new one. */
const isAboveFloor = ({ programme, oldFen }: Found, newFen: bigint): boolean =>
  programme === 'tekun' && newFen > 0n && oldFen !== null && BigInt(oldFen) > newFen;

const answered = (
  answer: Answerer,
  input: AssessmentInput,
): { readonly newFen: bigint; readonly persons: number } | { readonly reason: string } => {
  try {
    const { monthly, beneficiaries } = answer(input);
    return { newFen: monthly, persons: beneficiaries.length };
  } catch (error) {
    if (error instanceof AppError) return { reason: error.message };
    throw error;
  }
};

/**
 * Reckons cases by the rules of a day: by the question frozen with the decision in force while nothing has changed since,
 * else by the present facts. Of marginal households only those who would get a benefit are answered.
 */
export const reckon = async (
  { ask, cipher, answer, on }: Reckoner,
  population: Population,
  caseIds: readonly string[],
): Promise<readonly Reckoned[]> => {
  const marginal = population === 'marginal';
  const found = await foundOf(ask, population, caseIds);
  const present = await presentInputs(
    ask,
    cipher,
    found.filter(({ fresh, assessmentId }) => !fresh && assessmentId),
    on,
  );
  return found.flatMap((one): Reckoned[] => {
    const { caseId, division, area, fromMonth } = one;
    const oldFen = BigInt(one.oldFen ?? 0);
    const frozen = frozenInput(cipher, one);
    const ruralClass = classIn(frozen);
    const base = { caseId, division, area, oldFen, fromMonth, ...(ruralClass && { ruralClass }) };
    const unknown = (reason: string): Reckoned[] =>
      marginal ? [] : [{ ...base, class: 'unknown', newFen: oldFen, persons: 0, reason }];
    if (!frozen || (one.oldFen === null && !marginal)) return unknown('没有可以重新核算的决定,请由经办人复核');
    const known = present.get(caseId) ?? frozen;
    const result = answered(answer, {
      ...known,
      date: on,
      division,
      ...(ruralClass && { overrides: { class: ruralClass } }),
    });
    if ('reason' in result) return unknown(result.reason);
    if (isAboveFloor(one, result.newFen)) return [{ ...base, ...result, newFen: oldFen, class: 'same' }];
    if (marginal) return result.newFen > 0n ? [{ ...base, ...result, class: 'new' }] : [];
    return [{ ...base, ...result, class: isCut(one) ? 'byHand' : classOf(oldFen, result.newFen) }];
  });
};
