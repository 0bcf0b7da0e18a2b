import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeJson } from '../files.mjs';
import { withClient } from '../postgres.mjs';

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
 * Addresses of the database for API and worker, each with its own role: those of the environment where given, else made
 * from the owner's. The migration makes the roles; here they get a password, so that none stands in the repository.
 */
export const roleUrls = async ({ directory, ownerUrl, env = process.env }) => {
  const passwords = passwordsOf(directory);
  const urls = {};
  await withClient(ownerUrl, async (client) => {
    for (const [variable, role] of Object.entries(ROLES)) {
      urls[variable] = env[variable] || urlAs(ownerUrl, role, passwords[role]);
      if (env[variable]) continue;
      await client.query(
        `alter role ${client.escapeIdentifier(role)} login password ${client.escapeLiteral(passwords[role])}`,
      );
    }
  });
  return urls;
};
