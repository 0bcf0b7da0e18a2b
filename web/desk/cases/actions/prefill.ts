import type { CaseView, Session } from '../../../shared/api/types';
import { today } from '../../../shared/format/dates';
import { asList, asObject, initialValue, type JsonObject, type JsonSchema } from '../../../shared/schema-form/schema';

/** Adults by the rule of the law, for the list of those who must authorise. */
const ADULT = 18;

const adultsOf = ({ members }: CaseView): string[] =>
  members.filter(({ mustAuthorise, age }) => mustAuthorise || age >= ADULT).map(({ personId }) => personId);

/** Days that are nearly always today, when a thing is written down at once. */
const usuallyToday = ['postedOn', 'checkedOn'];

/** A new form with what is already known filled in: one's own name, the adults, the day. Everything can be changed. */
export const prefill = (schema: JsonSchema, view: CaseView, me: Pick<Session, 'staffId'>): JsonObject => {
  const value = asObject(initialValue(schema));
  const has = (name: string): boolean => schema.properties?.[name] !== undefined;
  const investigators = asList(value['investigators']);
  return {
    ...value,
    ...(has('investigators') && investigators.length > 0
      ? { investigators: [{ ...asObject(investigators[0]), staffId: me.staffId }, ...investigators.slice(1)] }
      : {}),
    ...(has('mustAuthorise') ? { mustAuthorise: adultsOf(view) } : {}),
    ...Object.fromEntries(usuallyToday.filter(has).map((name) => [name, today()])),
  };
};
