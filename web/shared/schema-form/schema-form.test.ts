import { formSchema } from '../../../api/lifecycle/form-schema';
import { inputKinds, type InputKind } from '../../../domain/lifecycle/inputs';
import { check, fromServer } from './check';
import { choiceLabel, labelOf } from './labels';
import { clean, fieldKind, initialValue, withoutUntouched, type JsonObject, type JsonSchema } from './schema';

const schemaOf = (kind: InputKind): JsonSchema => formSchema(kind) as JsonSchema;

/** Every field of every input kind, however deep. */
const fieldsOf = (schema: JsonSchema): [string, JsonSchema][] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [
    [name, inner] as [string, JsonSchema],
    ...(fieldKind(name, inner) === 'member' ? [] : [...fieldsOf(inner), ...fieldsOf(inner.items ?? {})]),
  ]);
const all = (Object.keys(inputKinds) as InputKind[]).flatMap((kind) => fieldsOf(schemaOf(kind)));

describe('every input of the lifecycle', () => {
  it('has a Chinese word for each field and each choice', () => {
    const silent = all.flatMap(([name, schema]) => [
      ...(/[\u4e00-\u9fff]/.test(labelOf(name, schema)) ? [] : [name]),
      ...(schema.enum ?? schema.items?.enum ?? [])
        .filter(
          (value) => !/[\u4e00-\u9fff]/.test(choiceLabel(name, value, schema.items?.enum ? schema.items : schema)),
        )
        .map((value) => `${name}.${String(value)}`),
    ]);
    expect([...new Set(silent)]).toEqual([]);
  });

  it('is drawn by the kind of each field', () => {
    const visit = schemaOf('visit').properties ?? {};
    expect(Object.fromEntries(Object.entries(visit).map(([name, inner]) => [name, fieldKind(name, inner)]))).toEqual({
      visitedOn: 'date',
      method: 'choice',
      investigators: 'list',
      householdSignature: 'group',
      findings: 'longText',
      photoIds: 'documents',
    });
    expect(fieldKind('sources', schemaOf('dataCheckRequest').properties?.['sources'] ?? {})).toBe('choices');
    expect(fieldKind('mustAuthorise', schemaOf('acceptance').properties?.['mustAuthorise'] ?? {})).toBe('persons');
  });
});

describe('a new form', () => {
  it('starts with defaults and the rows that a list needs', () => {
    expect(initialValue(schemaOf('visit'))).toEqual({
      investigators: [{ signed: true }, { signed: true }],
      photoIds: [],
    });
    expect(initialValue(schemaOf('changeReport'))).toEqual({ reportedBy: 'household' });
  });
});

describe('what is sent', () => {
  it('carries no empty text, no empty row and no untouched optional group', () => {
    const value = {
      visitedOn: '2022-07-05',
      findings: ' 住房两间 ',
      note: '',
      photoIds: [],
      householdSignature: {},
      list: [{}, { a: '' }, { a: 'x' }],
    };
    expect(clean(value)).toEqual({ visitedOn: '2022-07-05', findings: '住房两间', photoIds: [], list: [{ a: 'x' }] });
    const schema: JsonSchema = {
      type: 'object',
      properties: { g: { type: 'object', properties: { on: { type: 'boolean', default: true } } } },
    };
    expect(withoutUntouched(schema, { g: { on: true } } as JsonObject)).toEqual({});
    expect(withoutUntouched(schema, { g: { on: false } } as JsonObject)).toEqual({ g: { on: false } });
  });
});

describe('what is missing', () => {
  it('is named by its path before anything is sent', () => {
    const problems = check(schemaOf('missingPapers'), { items: [{ paper: '收入证明' }] });
    expect(problems).toEqual({ 'items[0].why': '请填写补正要求' });
    expect(check(schemaOf('missingPapers'), {})).toEqual({ items: '待补材料至少1项' });
    expect(check(schemaOf('extension'), { reason: '工作调整' })).toEqual({ ground: '请选择理由类别' });
  });

  it('leaves alone what is optional or has a default', () => {
    expect(check(schemaOf('opinion'), {})).toEqual({});
    expect(
      check(schemaOf('changeReport'), { what: 'income', happenedOn: '2022-07-01', description: '增加务工收入' }),
    ).toEqual({});
  });

  it('takes the server’s field errors by the same paths', () => {
    expect(
      fromServer([
        { path: 'input.investigators[1].name', message: '请选择' },
        { path: 'reason', message: 'x' },
      ]),
    ).toEqual({
      'investigators[1].name': '请选择',
      reason: 'x',
    });
  });
});
