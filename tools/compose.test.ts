import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { settings } from '../config/settings';

interface Service {
  readonly image: string;
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: readonly string[] | Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: object;
  readonly volumes?: readonly string[];
}

const root = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { services, volumes } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, object>;
};
const rows = Object.entries(services);
const needs = ({ depends_on: needed = [] }: Service): [string, string | undefined][] =>
  Array.isArray(needed)
    ? needed.map((name: string) => [name, undefined])
    : Object.entries(needed).map(([name, { condition }]) => [name, condition]);

it('has all parts of the system', () => {
  expect(Object.keys(services)).toEqual(
    expect.arrayContaining([
      'postgres',
      'temporal-schema',
      'temporal',
      'temporal-ui',
      'migrate',
      'api',
      'worker',
      'web',
    ]),
  );
});

it.each(rows)('%s: pinned image, known needs, no port open to others', (_, service) => {
  expect(service.image).toMatch(/^[a-z/-]+:\d+\.\d+/);
  for (const [name, condition] of needs(service)) {
    expect(services).toHaveProperty([name]);
    if (condition === 'service_healthy') expect(services[name]?.healthcheck).toBeDefined();
  }
  for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  for (const volume of service.volumes ?? []) {
    const [source = ''] = volume.split(':');
    if (source.startsWith('./')) expect(read(source)).toMatch(/^#!\/bin\/sh/);
    else expect(volumes).toHaveProperty([source]);
  }
});

it('gives our processes only variables that config knows, and the owner of the database to the migration alone', () => {
  const known = [...Object.values(settings).map(({ variable }) => variable), 'KEY_RING'];
  for (const [name, { image, environment = {} }] of rows.filter(([, service]) => service.image.startsWith('doudi:'))) {
    expect([image, known]).toEqual([image, expect.arrayContaining(Object.keys(environment))]);
    expect([name, 'DATABASE_URL' in environment]).toEqual([name, name === 'migrate']);
  }
});

it('makes the search attributes of the development server', () => {
  const inTools = /SEARCH_ATTRIBUTES = \{([^}]+)\}/.exec(read('tools/lib/temporal.mjs'))?.[1] ?? '';
  const wanted = [...inTools.matchAll(/(\w+): '(\w+)'/g)].map(([, name, type]) => `${name}=${type}`);
  expect(wanted).toHaveLength(4);
  expect(read('deploy/temporal-namespace.sh')).toContain(wanted.join(' '));
});

it('asks for every secret it uses in the example of .env', () => {
  const used = new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
  const offered = new Set([...read('deploy/.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name));
  expect(offered).toEqual(used);
});
