import { isDate, isDivision, isText } from './checks.mjs';
import { moduleText, readYamlTree, refuse, writeIfChanged } from './files.mjs';

const units =
  'yuanPerMonth yuanPerYear yuan ratio percent months days workingDays hours integer boolean choice month table'.split(
    ' ',
  );

const valueProblems = (parameter, value) => {
  const { division, category, from, to } = value;
  const known = parameter.categories ?? [];
  return [
    !isDivision(division) && `division "${division}" is no code of 2, 4, 6, 9 or 12 digits in quotes`,
    !isDate(from) && `from "${from}" is no date`,
    to !== undefined && (!isDate(to) || to < from) && `to "${to}" is no date on or after from`,
    known.length > 0 && !known.includes(category) && `category "${category}" is not listed`,
    known.length === 0 && category !== undefined && `category "${category}" without a list of categories`,
    value.value === undefined && 'value is missing',
    !isText(value.reference) && 'reference is missing',
    !['H', 'M', 'L', 'I'].includes(value.confidence) && `confidence "${value.confidence}" is none of H, M, L, I`,
  ]
    .filter(Boolean)
    .map((problem) => `value from ${from}: ${problem}`);
};

/** Within one place and category, in the order of the dates: a stated end lies before the next start; an open one ends there. */
const overlapProblems = (values) => {
  const last = new Map();
  return values.flatMap((value) => {
    const key = `${value.division} ${value.category ?? ''}`.trim();
    const before = last.get(key);
    last.set(key, value);
    if (!before) return [];
    if (before.from >= value.from) return [`${key}: ${value.from} stands after ${before.from}`];
    return before.to >= value.from ? [`${key}: ${before.from} does not end before ${value.from}`] : [];
  });
};

const problemsOf = ({ file, data }, others) => {
  if (!isText(data?.id)) return [`${file}: id is missing`];
  const values = Array.isArray(data.values) ? data.values : [];
  return [
    others.get(data.id) !== file && `id "${data.id}" is also used by ${others.get(data.id)}`,
    !isText(data.title) && 'title is missing',
    !units.includes(data.unit) && `unit "${data.unit}" is unknown`,
    !Array.isArray(data.values) && 'values is no list',
    ...values.flatMap((value) => valueProblems(data, value)),
    ...overlapProblems(values),
  ]
    .filter(Boolean)
    .map((problem) => `${file}: ${problem}`);
};

/** Everything that is wrong with the files [{file, data}], one line each. */
export const parameterProblems = (files) => {
  const first = new Map();
  for (const { file, data } of files) if (!first.has(data?.id)) first.set(data?.id, file);
  return files.flatMap((file) => problemsOf(file, first));
};

/** domain/parameters/**\/*.yaml → generated.ts. @throws naming file and fault. */
export const generateParameters = () => {
  const files = readYamlTree('domain/parameters');
  refuse(parameterProblems(files));
  const value = files.map(({ data }) => data).sort((a, b) => (a.id < b.id ? -1 : 1));
  const text = moduleText("import type { Parameter } from './resolve';", [
    { name: 'nationalParameters', type: 'readonly Parameter[]', value },
  ]);
  return writeIfChanged('domain/parameters/generated.ts', text);
};
