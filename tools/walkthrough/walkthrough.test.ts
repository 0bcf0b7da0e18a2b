import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pageTable } from '../../test/browser/support/page-table';
import type { Opened } from '../../test/browser/support/pages/world';
import { pictureFolder, picturesOf, readPages, takenPictures } from './pages';

const MOST_BYTES = 6 * 1024 * 1024;
/** Any address: what is asked here is which routes there are. */
const opened = new Proxy({}, { get: (_, name) => `/opened/${String(name)}` }) as Opened;
const rows = pageTable({ caseOf: (key) => `/cases/${key}` }, opened);

const hint = 'npm run docs -- --screenshots';

describe(`docs/walkthrough.md (where it is out of date: ${hint})`, () => {
  test('names no picture that is not there, and every picture that is', () => {
    const text = readFileSync(join(pictureFolder, '../walkthrough.md'), 'utf8');
    const named = [...text.matchAll(/\]\(walkthrough\/([^)]+)\.webp\)/g)].map(([, name]) => name);
    expect([...named].sort()).toEqual(takenPictures());
  });

  test('shows every route of the page table', () => {
    const shown = readPages().map(({ route, picture }) => [route, picture]);
    expect(shown).toEqual(picturesOf(rows).map((picture, at) => [rows[at]?.route, picture]));
  });

  test('is small enough to be read on any line', () => {
    const sizes = takenPictures().map((name) => statSync(join(pictureFolder, `${name}.webp`)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });
});

test('pictures are named by their route, and a route that comes again by a number', () => {
  expect(picturesOf([{ route: '' }, { route: 'cases/:caseId' }, { route: 'cases/:caseId' }, { route: '*' }])).toEqual([
    'page-home',
    'page-cases-caseid',
    'page-cases-caseid-2',
    'page-not-found',
  ]);
});
