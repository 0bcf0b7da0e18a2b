import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameterProblems } from './parameters.mjs';

const value = { division: '53', from: '2022-01-01', value: 30, reference: 'clause', confidence: 'H' };
const data = { id: 'a.b', title: 'Title', unit: 'days', values: [value] };
const problems = (changes, ...others) =>
  parameterProblems([{ file: 'a.yaml', data: { ...data, ...changes } }, ...others]);
const problemsOfValues = (...values) => problems({ values: values.map((changes) => ({ ...value, ...changes })) });

test('a good file has no problems', () => {
  assert.deepEqual(problems({}), []);
  assert.deepEqual(problemsOfValues({ to: '2022-05-31' }, { from: '2022-06-01' }), []);
  // An open value ends where the next begins; another place or category is another line.
  assert.deepEqual(problemsOfValues({}, { from: '2022-06-01' }, { division: '5305' }), []);
});

for (const [says, changes] of [
  ['id is missing', { id: '' }],
  ['title is missing', { title: undefined }],
  ['unit "weeks" is unknown', { unit: 'weeks' }],
  ['values is no list', { values: undefined }],
]) {
  test(says, () => assert.ok(problems(changes).some((problem) => problem === `a.yaml: ${says}`)));
}

for (const [says, ...values] of [
  ['reference is missing', { reference: ' ' }],
  ['division "54"', { division: '54' }],
  ['division "53"', { division: 53 }],
  ['from "2022-02-30" is no date', { from: '2022-02-30' }],
  ['to "2021-12-31"', { to: '2021-12-31' }],
  ['confidence "X"', { confidence: 'X' }],
  ['value is missing', { value: undefined }],
  ['category "A" without a list', { category: 'A' }],
  ['2022-01-01 does not end before 2022-06-01', { to: '2022-06-01' }, { from: '2022-06-01' }],
  ['2021-01-01 stands after 2022-01-01', {}, { from: '2021-01-01' }],
  ['2022-01-01 stands after 2022-01-01', {}, {}],
]) {
  test(says, () => assert.match(problemsOfValues(...values).join('\n'), new RegExp(says)));
}

test('a category must be listed', () => {
  const categories = ['A', 'B'];
  assert.deepEqual(problems({ categories, values: [{ ...value, category: 'A' }] }), []);
  assert.match(problems({ categories, values: [{ ...value, category: 'C' }] })[0], /category "C" is not listed/);
  assert.match(problems({ categories })[0], /category "undefined" is not listed/);
});

test('an id is used once', () =>
  assert.match(problems({}, { file: 'b.yaml', data })[0], /b.yaml: id "a.b" is also used by a.yaml/));
