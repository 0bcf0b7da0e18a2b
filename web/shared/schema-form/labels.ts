import type { JsonSchema } from './schema';
import { choiceWords, fieldWords } from './words';

const CHINESE = /[\u4e00-\u9fff]/;
const spoken = (text: string | undefined): string | undefined => (text && CHINESE.test(text) ? text : undefined);

/** The server's own title first, the desk's word for the field else. */
export const labelOf = (name: string, schema: JsonSchema = {}): string =>
  spoken(schema.title) ?? fieldWords[name] ?? spoken(schema.description) ?? name;

/** 「按手印」 for `thumbprint`: by field and value, then by value alone. */
export const choiceLabel = (name: string, value: unknown, schema: JsonSchema = {}): string => {
  const fromServer = schema['x-labels'] ?? schema['x-enumLabels'] ?? schema['labels'];
  const told =
    typeof fromServer === 'object' && fromServer !== null
      ? (fromServer as Record<string, unknown>)[String(value)]
      : undefined;
  if (typeof told === 'string') return told;
  return choiceWords[`${name}.${String(value)}`] ?? choiceWords[String(value)] ?? String(value);
};
