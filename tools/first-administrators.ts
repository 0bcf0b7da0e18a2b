import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { loadConfig } from '../config';
import { civilDateAt } from '../domain/civil-date';
import { roles } from '../domain/lifecycle/roles';
import { createStore } from '../store/client';
import { newId } from '../store/uuid';

const PROVINCE = '53';
const PASSWORD_BYTES = 12;

/** Two, because a national calendar year or a standard needs a maker and a checker. */
const logins = ['admin1', 'admin2'];

/** One-shot, for a system without the demo: nobody could log in otherwise. Does nothing once there is any account. */
const main = async (): Promise<void> => {
  const config = loadConfig();
  const store = createStore({ url: config.databaseUrl, keyRing: config.keyRing, poolSize: 1 });
  try {
    if ((await store.prisma.staff.count()) > 0) return;
    const accounts = logins.map((login) => ({
      id: newId(),
      login,
      password: randomBytes(PASSWORD_BYTES).toString('base64url'),
    }));
    const validFrom = civilDateAt(Date.now());
    for (const { id, login, password } of accounts) {
      const appointments = { create: { id: newId(), role: 'administrator', division: PROVINCE, validFrom } };
      await store.prisma.staff.create({
        data: { id, login, name: login, passwordHash: await hash(password), appointments },
      });
    }
    const shown = accounts.map(({ login, password }) => ({
      role: login,
      label: roles.administrator.label,
      login,
      password,
    }));
    await writeFile(join(config.dataDir, 'first-logins.json'), `${JSON.stringify(shown, null, 2)}\n`, { mode: 0o600 });
  } finally {
    await store.close();
  }
};

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
