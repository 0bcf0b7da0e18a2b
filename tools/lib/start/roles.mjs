import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeJson } from '../files.mjs';

const ROLES = { DATABASE_URL_API: 'doudi_api', DATABASE_URL_WORKER: 'doudi_worker' };

const passwordsOf = (directory) => {
  const file = join(directory, 'roles.json');
  const known = readJson(file, {});
  const passwords = Object.fromEntries(
    Object.values(ROLES).map((role) => [role, known[role] ?? randomBytes(24).toString('hex')]),
  );
  writeJson(file, passwords);
  return passwords;
};

const urlAs = (ownerUrl, role, password) => {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.toString();
};

/**
 * Addresses of the database for API and worker, each with its own role: those of the environment where given, else the
 * owner's with a password made here. The migration gives the roles these passwords, so that none stands in the repository.
 */
export const roleUrls = ({ directory, ownerUrl, env = process.env }) => {
  const passwords = passwordsOf(directory);
  return Object.fromEntries(
    Object.entries(ROLES).map(([variable, role]) => [
      variable,
      env[variable] || urlAs(ownerUrl, role, passwords[role]),
    ]),
  );
};
