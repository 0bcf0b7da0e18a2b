import { Client, DatabaseError } from 'pg';

const NO_SUCH_DATABASE = '3D000';
const ALREADY_THERE = new Set(['42P04', '23505']);

const isCode = (error: unknown, codes: ReadonlySet<string>): boolean =>
  error instanceof DatabaseError && codes.has(error.code ?? '');

/** A connection for one piece of work. */
export const withClient = async <Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Makes the database of an address if the server does not have it; two who try at once both succeed. */
export const ensureDatabase = async (url: string): Promise<void> => {
  try {
    await withClient(url, () => Promise.resolve());
  } catch (error) {
    if (!isCode(error, new Set([NO_SUCH_DATABASE]))) throw error;
    const server = new URL(url);
    const name = decodeURIComponent(server.pathname.slice(1));
    server.pathname = '/postgres';
    await withClient(server.toString(), async (client) => {
      await client.query(`create database ${client.escapeIdentifier(name)}`).catch((failure: unknown) => {
        if (!isCode(failure, ALREADY_THERE)) throw failure;
      });
    });
  }
};
