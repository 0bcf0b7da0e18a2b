import type { Pool } from 'pg';
import type { FieldCipher } from '../crypto';
import type { FileStore } from '../files';
import { rotateAnswers } from './answers';
import { encryptedColumns } from './columns';
import { rotateTable } from './rows';

export interface RotationDeps {
  /** As the owner: the other roles cannot change insert-only tables. */
  readonly pool: Pool;
  readonly cipher: FieldCipher;
  readonly files: Pick<FileStore, 'keys' | 'reseal'>;
  readonly say: (text: string) => void;
  /** Rows per transaction. */
  readonly batch?: number;
}

const BATCH = 200;

const rotateFiles = async ({ files, say }: RotationDeps): Promise<number> => {
  let done = 0;
  for await (const key of files.keys()) {
    if (!(await files.reseal(key))) continue;
    done += 1;
    if (done % 100 === 0) say(`附件:${done}`);
  }
  return done;
};

/**
 * Encrypts everything kept with an old key again with the current one; safe to run again and beside the running system.
 * Answers how many rows and files.
 */
export const rotateKeys = async (deps: RotationDeps): Promise<number> => {
  const { pool, cipher, say, batch = BATCH } = deps;
  let total = 0;
  for (const table of encryptedColumns) {
    const rows = await rotateTable(pool, cipher, table, batch, (done) => say(`${table[0]}:${done}`));
    total += rows;
  }
  const answers = await rotateAnswers(pool, cipher, batch);
  if (answers > 0) say(`idempotent_answer:${answers}`);
  return total + answers + (await rotateFiles(deps));
};
