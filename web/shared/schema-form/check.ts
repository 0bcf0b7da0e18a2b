import { labelOf } from './labels';
import { asList, asObject, clean, fieldKind, isRequired, type Json, type JsonSchema } from './schema';

/** Sentence by path, in the server's notation: `investigators[0].name`. */
export type Problems = Readonly<Record<string, string>>;

export const pathTo = (parent: string, name: string | number): string =>
  typeof name === 'number' ? `${parent}[${name}]` : parent ? `${parent}.${name}` : name;

/** What is wrong within a group, by the group's own paths. */
export const problemsUnder = (problems: Problems, path: string): Problems =>
  Object.fromEntries(
    Object.entries(problems).flatMap(([at, sentence]) =>
      at.startsWith(`${path}.`) ? [[at.slice(path.length + 1), sentence]] : [],
    ),
  );

const missing = (value: Json): boolean => value === undefined || value === '' || value === null;

const sentenceFor = (name: string, schema: JsonSchema): string => {
  const kind = fieldKind(name, schema);
  const verb = {
    person: '请选择',
    staff: '请选择',
    letter: '请选择',
    choice: '请选择',
    document: '请上传',
    division: '请选择',
  };
  return `${kind in verb ? verb[kind as keyof typeof verb] : '请填写'}${labelOf(name, schema)}`;
};

const checkList = (name: string, schema: JsonSchema, value: Json, path: string): Problems => {
  const items = asList(value);
  const inner = items.map((item, index) => check(schema.items ?? {}, item, pathTo(path, index)));
  const few = schema.minItems !== undefined && items.length < schema.minItems;
  const own = few ? { [path]: `${labelOf(name, schema)}至少${schema.minItems}项` } : {};
  return Object.assign({}, own, ...inner) as Problems;
};

/** What is plainly not filled in; the finer rules are the server's, which answers by the same paths. */
export const check = (schema: JsonSchema, value: Json, path = ''): Problems => {
  if (schema.type !== 'object') return {};
  const given = asObject(value);
  const found = Object.entries(schema.properties ?? {}).map(([name, inner]): Problems => {
    const at = pathTo(path, name);
    const field = clean(given[name]);
    const required = isRequired(schema, name) && inner.default === undefined;
    if (inner.type === 'array')
      return required || asList(field).length > 0 ? checkList(name, inner, given[name], at) : {};
    if (inner.type === 'object')
      return required || Object.keys(asObject(field)).length > 0 ? check(inner, given[name], at) : {};
    return required && missing(field) ? { [at]: sentenceFor(name, inner) } : {};
  });
  return Object.assign({}, ...found) as Problems;
};

/** The server's field errors by the form's own paths: a body wraps the form as `input`. Of several the first is shown. */
export const fromServer = (fields: readonly { readonly path: string; readonly message: string }[]): Problems =>
  Object.fromEntries([...fields].reverse().map(({ path, message }) => [path.replace(/^input(\.|$)/, ''), message]));
