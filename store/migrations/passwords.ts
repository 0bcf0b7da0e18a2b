import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError, type Client } from 'pg';

const ATTEMPTS = 20;
/** Two databases of one server may set the password of a role at the same moment. */
const isRace = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code === 'XX000' && error.message.includes('concurrently updated');

const setPassword = async (client: Client, role: string, password: string, attempt = 1): Promise<void> => {
  try {
    await client.query(`alter role ${client.escapeIdentifier(role)} login password ${client.escapeLiteral(password)}`);
  } catch (error) {
    if (!isRace(error) || attempt === ATTEMPTS) throw error;
    await pause(10 * attempt);
    await setPassword(client, role, password, attempt + 1);
  }
};

/** Gives the role of each address the password in that address: no password stands in a migration. */
export const setRolePasswords = async (client: Client, urls: readonly string[]): Promise<void> => {
  for (const url of urls) {
    const { username, password } = new URL(url);
    if (password) await setPassword(client, decodeURIComponent(username), decodeURIComponent(password));
  }
};
