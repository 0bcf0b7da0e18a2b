import { formSchemas } from './form-schema';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly 'x-choices'?: readonly { readonly value: string; readonly title: string }[];
}

const chinese = /[\u4e00-\u9fff]/;
const fields: [path: string, schema: Schema][] = [];
const choices: { path: string; value: string; title: string }[] = [];
const collect = (path: string, schema: unknown): void => {
  if (typeof schema !== 'object' || schema === null) return;
  const { properties = {}, 'x-choices': offered = [] } = schema as Schema;
  choices.push(...offered.map((choice) => ({ path, ...choice })));
  for (const [name, field] of Object.entries(properties)) fields.push([`${path}.${name}`, field]);
  for (const [key, inner] of Object.entries(schema)) {
    if (key === 'x-choices') continue;
    if (key !== 'properties') collect(path, inner);
    else for (const [name, field] of Object.entries(properties)) collect(`${path}.${name}`, field);
  }
};
for (const [kind, schema] of Object.entries(formSchemas())) collect(kind, schema);

describe('the forms of the lifecycle', () => {
  it('name every field and every choice in Chinese', () => {
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter(([, { title }]) => !chinese.test(title ?? '')).map(([path]) => path)).toEqual([]);
    expect(choices.filter(({ title }) => !chinese.test(title)).map(({ path, value }) => `${path}=${value}`)).toEqual(
      [],
    );
  });

  it('offer a choice once, whatever other spellings the rules take', () => {
    const twice = fields.filter(
      ([, { 'x-choices': offered = [] }]) => new Set(offered.map(({ title }) => title)).size !== offered.length,
    );
    expect(twice.map(([path]) => path)).toEqual([]);
  });
});
