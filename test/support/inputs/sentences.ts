import type { z } from 'zod';

interface Check {
  readonly _zod: { readonly def: { readonly check?: string; readonly error?: (issue: object) => unknown } };
}

const isSchema = (value: unknown): value is z.ZodType => typeof value === 'object' && value !== null && '_zod' in value;

const sentenceOf = ({ _zod: { def } }: Check): readonly string[] => {
  const said = def.check === 'custom' ? def.error?.({}) : undefined;
  return typeof said === 'string' ? [said] : [];
};

/** What the rules say that no JSON schema shows (`refine`), however deep in a schema they stand. */
export const customSentences = (schema: z.ZodType): readonly string[] => {
  const { checks = [], ...def } = schema._zod.def as unknown as Record<string, unknown> & { checks?: Check[] };
  const shape = 'shape' in def ? Object.values(def['shape'] as object) : [];
  const inner = [...shape, def['element'], def['innerType'], def['in'], def['out']].filter(isSchema);
  return [...checks.flatMap(sentenceOf), ...inner.flatMap(customSentences)];
};
