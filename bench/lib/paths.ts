import { join } from 'node:path';

/** The checkout: this file runs as dist/bench/lib/paths.js. */
export const root = join(__dirname, '..', '..', '..');
