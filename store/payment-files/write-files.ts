import { createHash } from 'node:crypto';
import limitTo from 'p-limit';
import type { PoolClient } from 'pg';
import { nameOf } from '../../domain/divisions';
import type { FileFormat } from '../../domain/payment-files/format';
import { formatOf } from '../../domain/payment-files/formats';
import { subsidyOf } from '../../domain/payment-files/subsidies';
import { createFileWriter } from '../../domain/payment-files/write';
import { bankName } from '../../domain/payments/accounts';
import type { FieldCipher } from '../crypto';
import type { FileStore } from '../files';
import type { RunRow } from '../payments/history';
import type { PlannedFile } from '../payments/send';
import { linesOfFile } from './file-lines';

const oneFile = limitTo(1);

export interface FileDeps {
  readonly files: Pick<FileStore, 'keep'>;
  readonly cipher: FieldCipher;
}

/** 腾冲市低保金202209-农村信用社(农商行)-1.xlsx; a run beside the monthly one says which. */
const fileName = (run: RunRow, { extension }: FileFormat, { bank, part }: PlannedFile): string =>
  [
    `${nameOf(run.county)}${subsidyOf(run.programme, run.kind)}${run.month.replace('-', '')}`,
    ...(run.kind === 'monthly' ? [] : [`${run.kind}${run.seq}`]),
    bankName(bank),
    `${part}.${extension}`,
  ].join('-');

const write = async (
  client: PoolClient,
  { files, cipher }: FileDeps,
  run: RunRow,
  file: PlannedFile,
  at: Date,
): Promise<number> => {
  const format = formatOf(run.format);
  const writer = createFileWriter(format);
  for await (const page of linesOfFile(client, cipher, run.id, file.id)) for (const line of page) writer.add(line);
  const { bytes, lines, fen } = writer.finish();
  await files.keep(file.id, bytes);
  await client.query(
    `insert into payment_file (id, run_id, format, bank, part, name, sha256, storage_key, size, lines, fen, created_at)
     values ($1::uuid, $2, $3, $4, $5, $6, $7, $1::text, $8, $9, $10, $11)`,
    [
      file.id,
      run.id,
      run.format,
      file.bank,
      file.part,
      fileName(run, format, file),
      createHash('sha256').update(bytes).digest('hex'),
      bytes.length,
      lines,
      fen.toString(),
      at,
    ],
  );
  return lines;
};

/**
 * Writes the files of what a run sends, in the caller's transaction. A step that is tried again writes over its own files.
 * One file at a time is in memory, however many counties send at once.
 */
export const writeFiles = async (
  client: PoolClient,
  deps: FileDeps,
  run: RunRow,
  files: readonly PlannedFile[],
  at: Date,
): Promise<void> => {
  let written = 0;
  for (const file of files) written += await oneFile(() => write(client, deps, run, file, at));
  const { rows } = await client.query<{ sent: number }>(
    `select count(*)::int as sent from payment_line where run_id = $1 and state = 'sent'`,
    [run.id],
  );
  if (rows[0]?.sent !== written)
    throw new Error(`${rows[0]?.sent} lines of run ${run.id} were sent, ${written} stand in its files`);
};
