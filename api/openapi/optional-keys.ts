import type { z } from 'zod';

/** As much of a JSON schema as is walked here. */
interface Json {
  $ref?: string;
  required?: string[];
  properties?: Record<string, Json>;
  items?: Json;
  anyOf?: Json[];
  oneOf?: Json[];
  allOf?: Json[];
  additionalProperties?: Json | boolean;
}

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
}

const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;
export const isOptional = (schema: z.ZodType): boolean => ['optional', 'default'].includes(defOf(schema).type);

/**
 * zod-to-openapi learns what may be left out by `safeParse(undefined)`, which an `exactOptional()` key refuses: it would
 * be documented as required. Walks schema and document side by side and puts that right, through references too.
 */
export const correctOptionalKeys = (components: Readonly<Record<string, Json>>) => {
  const resolve = (json: Json): Json => {
    const parts = [json, ...(json.allOf ?? []), ...(json.anyOf ?? []), ...(json.oneOf ?? [])];
    const name = parts
      .find(({ $ref }) => $ref)
      ?.$ref?.split('/')
      .at(-1);
    return (name === undefined ? undefined : components[name]) ?? parts.find(({ properties }) => properties) ?? json;
  };
  const walk = (schema: z.ZodType | undefined, json: Json | boolean | undefined): void => {
    if (!schema || typeof json !== 'object') return;
    const { shape, innerType, element, options, valueType, ...def } = defOf(schema);
    if (shape) {
      const object = resolve(json);
      const left = object.required?.filter((key) => !shape[key] || !isOptional(shape[key]));
      if (left?.length) object.required = left;
      else delete object.required;
      for (const [key, inner] of Object.entries(shape)) walk(inner, object.properties?.[key]);
    }
    walk(innerType ?? def.in, json);
    walk(element, resolve(json).items ?? json.items);
    walk(valueType, json.additionalProperties);
    options?.forEach((option, index) => walk(option, (json.anyOf ?? json.oneOf)?.[index]));
  };
  return walk;
};
