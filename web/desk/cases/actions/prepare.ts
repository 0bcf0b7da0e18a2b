import {
  asObject,
  clean,
  withoutUntouched,
  type Json,
  type JsonObject,
  type JsonSchema,
} from '../../../shared/schema-form/schema';
import { memberForSending } from '../../intake/content';

/** What is sent for a filled-in form. */
export const prepare = (schema: JsonSchema, value: JsonObject): JsonObject => {
  const touched = asObject(clean(withoutUntouched(schema, value)));
  return schema.properties?.['member']?.type === 'object'
    ? { ...touched, member: memberForSending(asObject(touched['member'])) as Json }
    : touched;
};
