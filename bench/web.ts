import { join } from 'node:path';
import { bench, insist, type Report } from './lib/report';
import { root } from './lib/paths';
import { figure } from './lib/table';
import { openDist, type Part } from './web/parts';

const KB = 1000;
const AIM = { desk: 400 * KB, public: 150 * KB };
const LARGEST = 5;
/** The page of the desk that opens after logging in. */
const HOME = /\/(home|queue)-page-/;

const sum = (parts: readonly Part[], of: 'gzip' | 'bytes'): number => parts.reduce((all, part) => all + part[of], 0);
const say = (bytes: number): string => `${figure(bytes / KB)} KB`;
const row = (label: string, parts: readonly Part[]): string[] => [
  label,
  String(parts.length),
  say(sum(parts, 'bytes')),
  say(sum(parts, 'gzip')),
];

const measure = (): Report => {
  const dist = openDist(join(root, 'web', 'dist'));
  const partsOf = (paths: Iterable<string>): Part[] => [...paths].map(dist.part);
  const deskPaths = dist.firstLoad('index.html');
  const lazy = [...dist.lazyPages(deskPaths)].map(([path, paths]) => ({ path, parts: partsOf(paths) }));
  const homes = lazy.filter(({ path }) => HOME.test(path));
  insist(homes.length === 1, `${homes.length} pages of the build look like the desk's first page`);
  const frame = partsOf(deskPaths);
  const desk = [...frame, ...homes[0]!.parts];
  const open = partsOf(dist.firstLoad('public.html'));
  const pages = partsOf(lazy.map(({ path }) => path)).sort((a, b) => b.gzip - a.gzip);
  const byWeight = [...lazy].sort((a, b) => sum(b.parts, 'gzip') - sum(a.parts, 'gzip'));
  const heaviest = byWeight[0]!;
  const chunks = partsOf(dist.scripts).sort((a, b) => b.gzip - a.gzip);
  const aim = (label: string, parts: readonly Part[], most: number): Report['aims'][number] => ({
    aim: `first load of ${label} at most ${most / KB} KB gzip`,
    measured: say(sum(parts, 'gzip')),
    met: sum(parts, 'gzip') <= most,
  });
  return {
    work: 'what the first page of each application fetches from the built web/dist before it shows: page, scripts with all they import, styles; each file compressed by gzip at level 6.',
    head: ['', 'files', 'bytes', 'gzip'],
    rows: [
      row('desk, log-in', frame),
      row('desk, first page', desk),
      row('public', open),
      row(`largest lazy page chunk: ${pages[0]!.path}`, pages.slice(0, 1)),
      row(`lazy page that adds most: ${heaviest.path}`, heaviest.parts),
      ...chunks.slice(0, LARGEST).map((part) => row(part.path, [part])),
    ],
    aims: [aim('the desk', desk, AIM.desk), aim('the public pages', open, AIM.public)],
    notes: [`the last ${LARGEST} rows are the largest chunks of the whole build`],
    data: { frame, desk, public: open, lazy: byWeight, chunks: chunks.slice(0, LARGEST) },
  };
};

void bench('web', () => Promise.resolve(measure()));
