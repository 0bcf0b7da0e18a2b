import type { JsonSchema } from './schema';
import { choiceWords, fieldWords } from './words';

const CHINESE = /[\u4e00-\u9fff]/;
const spoken = (text: string | undefined): string | undefined => (text && CHINESE.test(text) ? text : undefined);

/** The server's own title first, the desk's word for the field else. */
export const labelOf = (name: string, schema: JsonSchema = {}): string =>
  spoken(schema.title) ?? fieldWords[name] ?? spoken(schema.description) ?? name;

/** 「按手印」 for `thumbprint`: by field and value, then by the server's title, then by value alone. */
export const choiceLabel = (name: string, value: unknown, schema: JsonSchema = {}): string => {
  const told = schema['x-choices']?.find((choice) => choice.value === value)?.title;
  return choiceWords[`${name}.${String(value)}`] ?? spoken(told) ?? choiceWords[String(value)] ?? String(value);
};
