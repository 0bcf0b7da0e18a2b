import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPages } from './docs';

test.each(Object.entries(generatedPages))('docs/%s is what the tables and tags say', (name, make) => {
  expect(readFileSync(join(__dirname, '../docs', name), 'utf8')).toBe(make());
});
