import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Downloads shared by all checkouts of one user; never in git. */
export const cacheDirectory = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'doudi');

/** A missing or half-written file reads as the fallback. */
export const readJson = (file, fallback) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return fallback;
  }
};

/** Whole or not at all: a reader never sees half of it. */
export const writeJson = (file, value, mode = 0o600) => {
  const draft = `${file}.${process.pid}.new`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode });
  chmodSync(draft, mode);
  renameSync(draft, file);
};

/** A log that has grown large is put aside, one old one is kept. */
export const rotateLog = (file, bytes = 10_000_000) => {
  try {
    if (statSync(file).size > bytes) renameSync(file, `${file}.1`);
  } catch {
    mkdirSync(dirname(file), { recursive: true });
  }
  return file;
};

export const lastLines = (file, count = 12) => {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
};

export const remove = (path) => rmSync(path, { recursive: true, force: true });
