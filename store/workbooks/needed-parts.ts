import { posix } from 'node:path';
import { storedPart, textOf, type Part } from './archive';

const RELATIONS = 'xl/_rels/workbook.xml.rels';
const BOOK = 'xl/workbook.xml';
/** What a worksheet cannot be read without, by the names under which a reader looks for it, each with an empty one. */
const before: readonly (readonly [name: string, empty: string | undefined])[] = [
  [RELATIONS, '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'],
  [BOOK, undefined],
  ['xl/styles.xml', undefined],
  [
    'xl/sharedStrings.xml',
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="0" uniqueCount="0"></sst>',
  ],
];
const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/i;
/** The name of a sheet for a reader. */
const FIRST = 'xl/worksheets/sheet1.xml';
/** Bytes of the two parts that say which sheets there are. */
const MOST = 1024 * 1024;

const called = (parts: readonly Part[], name: string): Part | undefined =>
  parts.find((part) => part.name.toLowerCase() === name.toLowerCase());

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The sheet whose tab comes first, whatever its part is called and wherever it lies in the archive. */
const firstSheet = (parts: readonly Part[]): Part | undefined => {
  const [book, relations] = [called(parts, BOOK), called(parts, RELATIONS)];
  const byOrder = parts.find(({ name }) => SHEET.test(name));
  if (!book || !relations) return byOrder;
  const tag = /<(?:\w+:)?sheet\s[^>]*>/.exec(textOf(book, MOST))?.[0] ?? '';
  const id = attribute(tag, '\\w+:id');
  const target = (textOf(relations, MOST).match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [])
    .filter((one) => attribute(one, 'Id') === id)
    .map((one) => attribute(one, 'Target'))[0];
  return (target && called(parts, posix.resolve('/xl', target).slice(1))) || byOrder;
};

/** The parts that reading the first sheet needs, in the order in which they are needed. */
export const neededParts = (parts: readonly Part[]): readonly Part[] => {
  const first = before.flatMap(([name, empty]) => {
    const found = called(parts, name);
    if (found) return [{ ...found, name }];
    return empty === undefined ? [] : [storedPart(name, empty)];
  });
  const sheet = firstSheet(parts);
  return sheet ? [...first, { ...sheet, name: FIRST }] : first;
};
