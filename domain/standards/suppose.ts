import type { CivilDate } from '../civil-date';
import { createParameters, type Parameters } from '../parameters/resolve';
import { standardOf, type StandardKind } from './kinds';

export interface Supposition {
  readonly kind: StandardKind;
  /** The area for which the value is tried; it goes before every nearer value in the area. */
  readonly area: string;
  readonly value: string;
  readonly from: CivilDate;
}

/** The parameters as they would be: nothing is entered, nothing else changes. */
export const suppose = (parameters: Parameters, { kind, area, value, from }: Supposition): Parameters => {
  const { parameter: id, category } = standardOf(kind);
  const known = parameters.all.find((parameter) => parameter.id === id);
  if (!known) return parameters;
  const nearer = known.values.map(({ division }) => division).filter((division) => division.startsWith(area));
  const values = [...new Set([area, ...nearer])].map((division) => ({
    division,
    from,
    value,
    reference: '试算',
    confidence: 'I' as const,
    ...(category === undefined ? {} : { category }),
  }));
  // What holds later in the area does not take over within the question.
  const kept = known.values.filter(
    (other) => !(other.division.startsWith(area) && other.from > from && other.category === category),
  );
  return createParameters(
    parameters.all.filter((parameter) => parameter.id !== id),
    [{ ...known, values: [...kept, ...values] }],
  );
};
