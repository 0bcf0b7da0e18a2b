import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '../../domain/lifecycle/roles';
import { roster } from '../../prisma/seed/staff/roster';

/** A page of docs/walkthrough/pages.json, which the browser test of the page table writes beside its pictures. */
export interface Pictured {
  readonly picture: string;
  readonly route: string;
  readonly title: string;
  readonly who: string;
}

interface Row {
  readonly route: string;
  readonly who?: string;
}

const root = join(__dirname, __dirname.includes('dist') ? '../../..' : '../..');
export const pictureFolder = join(root, 'docs/walkthrough');

const slugOf = (route: string): string => {
  if (route === '') return 'home';
  if (route === '*') return 'not-found';
  return route
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
};

/** The pictures of rows in their order: `page-` and the route; a route that comes again gets a number. */
export const picturesOf = (rows: readonly Row[]): readonly string[] => {
  const seen = new Map<string, number>();
  return rows.map(({ route }) => {
    const slug = slugOf(route);
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    return `page-${slug}${count > 1 ? `-${count}` : ''}`;
  });
};

export const sayWho = (login: string | undefined): string => {
  const account = roster.find((one) => one.login === login);
  return account ? roles[account.role].label : '任何人';
};

export const readPages = (): readonly Pictured[] => {
  const file = join(pictureFolder, 'pages.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Pictured[]) : [];
};

/** Names of the pictures that are there. */
export const takenPictures = (): readonly string[] =>
  existsSync(pictureFolder)
    ? readdirSync(pictureFolder)
        .filter((name) => name.endsWith('.webp'))
        .map((name) => name.replace(/\.webp$/, ''))
        .sort()
    : [];
