import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { insist } from '../lib/report';

/** A file of the built front end and what it costs to send. */
export interface Part {
  /** Below dist, e.g. `assets/desk-5ym-vSwY.js`. */
  readonly path: string;
  readonly bytes: number;
  readonly gzip: number;
}

const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'`](\.\.?\/[^"'`]+\.js)["'`]/g;
const LAZY_IMPORT = /\bimport\(\s*["'`](\.\.?\/[^"'`]+\.js)["'`]\s*\)/g;
/** The build lists once a script what its lazy pages need, styles too, and names them by their place in that list. */
const LISTED = /["'](assets\/[^"']+\.(?:js|css))["']/g;
const LAZY_WITH_PARTS =
  /\bimport\(\s*["'`](\.\.?\/[^"'`]+\.js)["'`]\s*\)(?:\.then\([^)]*\))?,__vite__mapDeps\(\[([\d,]*)\]\)/g;

/** A folder with index.html, public.html and assets/, as the build leaves it. */
export const openDist = (dist: string) => {
  const textOf = (path: string): string => readFileSync(join(dist, path), 'utf8');
  const beside = (path: string, name: string): string => posix.join(posix.dirname(path), name);
  const named = (path: string, pattern: RegExp): string[] =>
    [...textOf(path).matchAll(pattern)].map(([, name]) => beside(path, name!));

  /** The given files and, over and over, what they import before they run. */
  const closure = (paths: readonly string[]): ReadonlySet<string> => {
    const found = new Set<string>();
    const waiting = [...paths];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (found.has(path)) continue;
      found.add(path);
      if (path.endsWith('.js')) waiting.push(...named(path, STATIC_IMPORT));
    }
    return found;
  };

  const lazyOf = (script: string): (readonly [string, ReadonlySet<string>])[] => {
    const listed = [...textOf(script).matchAll(LISTED)].map(([, name]) => name!);
    const withParts = new Map(
      [...textOf(script).matchAll(LAZY_WITH_PARTS)].map(([, name, places]) => [
        beside(script, name!),
        places!.split(',').flatMap((place) => listed[Number(place)] ?? []),
      ]),
    );
    return named(script, LAZY_IMPORT).map((page) => [page, closure([page, ...(withParts.get(page) ?? [])])]);
  };

  return {
    part: (path: string): Part => {
      const content = readFileSync(join(dist, path));
      return { path, bytes: content.length, gzip: gzipSync(content).length };
    },
    scripts: readdirSync(join(dist, 'assets'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => `assets/${name}`),
    /** A page with everything its HTML names and that imports. */
    firstLoad(page: string): ReadonlySet<string> {
      const linked = [...textOf(page).matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)];
      insist(linked.length > 0, `${page} names no script`);
      return new Set([page, ...closure(linked.map(([, path]) => path!))]);
    },
    /** By script: what each lazy page adds to what is there already. */
    lazyPages(loaded: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
      const lazy = [...loaded].filter((path) => path.endsWith('.js')).flatMap(lazyOf);
      return new Map(lazy.map(([page, parts]) => [page, [...parts].filter((path) => !loaded.has(path))]));
    },
  };
};
