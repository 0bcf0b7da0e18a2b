import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { asAppError, invalidInput } from './http/errors';
import { openApiDocument } from './openapi/document';
import type { Operation } from './operation';
import { operations } from './operations';
import { permissionRow } from './permissions';

const all: readonly (readonly [string, Operation])[] = Object.entries(operations);

/** Operation files are the ones named like a method: camelCase with an inner capital. */
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) return files(path);
    return /^[a-z]+[A-Z]\w*\.ts$/.test(entry) && !/Schema\.ts$/.test(entry) ? [entry.replace('.ts', '')] : [];
  });

const chinese = /[\u4e00-\u9fff]/;

/** Wrong in kind: every value of an input replaced by something it cannot be. */
const spoiled = (example: unknown): Record<string, unknown>[] =>
  Object.keys(example as object).flatMap((key) =>
    [undefined, null, 7.5, '', [], {}, 'x'.repeat(5000)].map((wrong) => ({ ...(example as object), [key]: wrong })),
  );

describe('every operation', () => {
  it('has a file of its name and every operation file is listed', () => {
    expect(files(__dirname).sort()).toEqual(all.map(([name]) => name).sort());
  });

  it.each(all)('%s names a permission of the table', (_name, { permission }) => {
    expect(permissionRow(permission)).toBeDefined();
  });

  it.each(all)('%s: its examples fit its schemas', (_name, { params, query, input, output, answers, example }) => {
    if (params) params.parse(example.params);
    if (query) query.parse(example.query ?? {});
    if (input) input.parse(example.input);
    if (!answers && example.output !== undefined) expect(output.parse(example.output)).toEqual(example.output);
  });

  it.each(all.filter(([, { input }]) => input))('%s refuses an unknown field by name', (_name, { input, example }) => {
    const result = input!.safeParse({ ...(example.input as object), misspelt: 1 });
    expect(result.success).toBe(false);
    expect(invalidInput(result.error!).details.fields).toContainEqual({
      path: 'misspelt',
      message: expect.stringMatching(chinese) as string,
    });
  });

  it.each(all.filter(([, { input }]) => input))('%s says in Chinese what is wrong', (_name, { input, example }) => {
    for (const wrong of [...spoiled(example.input), null, 'text', []]) {
      const result = input!.safeParse(wrong);
      for (const { message } of result.error?.issues ?? []) expect(message).toMatch(chinese);
    }
  });

  it.each(all)('%s: a POST that changes something is a change, a command or a session', (_name, { method, effect }) => {
    // A POST may read: names and ID numbers never stand in an address.
    const effects = ['change', 'command', 'session', 'none', ...(method === 'post' ? ['read'] : [])];
    expect(method === 'get' ? ['read', 'none'] : effects).toContain(effect);
  });
});

describe('the document', () => {
  const document = openApiDocument(operations);

  it('is OpenAPI 3.1 with every operation by its name, summary and examples', () => {
    expect(document.openapi).toBe('3.1.0');
    const documented = Object.values(document.paths ?? {}).flatMap((path) =>
      Object.values(path as Record<string, { operationId?: string; summary?: string }>),
    );
    expect(documented.map(({ operationId }) => operationId).sort()).toEqual(
      [...all.map(([name]) => name), 'readDocs', 'readOpenApi'].sort(),
    );
    for (const { summary } of documented) expect(summary).toMatch(chinese);
  });

  it('tells which fields may be left out, nested and referenced ones too', () => {
    const schemas = document.components?.schemas as Record<
      string,
      { required?: string[]; properties: Record<string, { items?: { required: string[] } }> }
    >;
    expect(schemas['AssessmentInput']!.required).toEqual(['date', 'division', 'area', 'members']);
    expect(schemas['AssessmentInput']!.properties['incomes']!.items!.required).toEqual(['kind', 'amount']);
    expect(schemas['Problem']!.required).not.toContain('fields');
    const list = (document.paths?.['/api/v1/staff']?.get as { parameters: { name: string; required: boolean }[] })
      .parameters;
    expect(list.filter(({ required }) => required)).toEqual([]);
  });
});

describe('an error nobody foresaw', () => {
  it('tells nothing of its inside', () => {
    const error = asAppError(new Error('select * from person where name = 张三'));
    expect(error.code).toBe('internalError');
    expect(error.message).not.toContain('张三');
  });

  it('names each wrong field by its JSON path', () => {
    const result = z
      .object({ members: z.array(z.object({ age: z.int('年龄应为整数') })) })
      .safeParse({ members: [{ age: 1 }, { age: 'x' }] });
    expect(invalidInput(result.error!).details.fields).toEqual([{ path: 'members[1].age', message: '年龄应为整数' }]);
  });
});
