import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../histories');

export interface Recorded {
  readonly name: string;
  /** As the engine keeps it. */
  readonly text: string;
  readonly history: { readonly events: readonly Readonly<Record<string, unknown>>[] };
}

/** All histories of test/histories, by name. */
export const recorded = (): readonly Recorded[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      return { name: file.replace(/\.json$/, ''), text, history: JSON.parse(text) as Recorded['history'] };
    });
