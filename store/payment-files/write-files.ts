import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { nameOf } from '../../domain/divisions';
import type { FileFormat } from '../../domain/payment-files/format';
import { formatOf } from '../../domain/payment-files/formats';
import { subsidyOf } from '../../domain/payment-files/subsidies';
import { createFileWriter, type FileWriter } from '../../domain/payment-files/write';
import { bankName } from '../../domain/payments/accounts';
import type { FieldCipher } from '../crypto';
import type { FileStore } from '../files';
import type { RunRow } from '../payments/history';
import { uuidOf } from '../uuid';
import { sentLines } from './file-lines';

export interface FileDeps {
  readonly files: Pick<FileStore, 'keep'>;
  readonly cipher: FieldCipher;
  /** Lines of one file, where they are to be fewer than the layout takes. */
  readonly maxLines?: number;
}

interface Open {
  readonly bank: string;
  readonly part: number;
  readonly writer: FileWriter;
  readonly ids: string[];
}

/** 腾冲市低保金202209-农村信用社(农商行)-1.xlsx; a run beside the monthly one says which. */
const fileName = (run: RunRow, { extension }: FileFormat, { bank, part }: Open): string =>
  [
    `${nameOf(run.county)}${subsidyOf(run.programme, run.kind)}${run.month.replace('-', '')}`,
    ...(run.kind === 'monthly' ? [] : [`${run.kind}${run.seq}`]),
    bankName(bank),
    `${part}.${extension}`,
  ].join('-');

const finish = async (client: PoolClient, { files }: FileDeps, run: RunRow, open: Open, at: Date): Promise<void> => {
  const format = formatOf(run.format);
  const { bytes, lines, fen } = open.writer.finish();
  const id = uuidOf('payment-file', run.id, open.bank, open.part);
  await files.keep(id, bytes);
  await client.query(
    `insert into payment_file (id, run_id, format, bank, part, name, sha256, storage_key, size, lines, fen, created_at)
     values ($1::uuid, $2, $3, $4, $5, $6, $7, $1::text, $8, $9, $10, $11)`,
    [
      id,
      run.id,
      run.format,
      open.bank,
      open.part,
      fileName(run, format, open),
      createHash('sha256').update(bytes).digest('hex'),
      bytes.length,
      lines,
      fen.toString(),
      at,
    ],
  );
  await client.query(
    `update payment_line l set file_id = $1, position = o.position
     from unnest($2::bigint[]) with ordinality as o (id, position) where l.id = o.id`,
    [id, open.ids],
  );
};

/**
 * Writes what a run sends, one file for each bank and no more lines than the layout takes, in the caller's transaction.
 * A step that is tried again writes over its own files. Holds at most one file in memory.
 */
export const writeFiles = async (client: PoolClient, deps: FileDeps, run: RunRow, at: Date): Promise<void> => {
  const format = formatOf(run.format);
  const { maxLines = format.maxLines } = deps;
  let open: Open | undefined;
  const begin = (bank: string, part: number): Open => ({ bank, part, writer: createFileWriter(format), ids: [] });
  for await (const { bank, line } of sentLines(client, deps.cipher, run.id)) {
    if (open && (open.bank !== bank || open.writer.lines === maxLines)) {
      await finish(client, deps, run, open, at);
      open = begin(bank, open.bank === bank ? open.part + 1 : 1);
    }
    open ??= begin(bank, 1);
    open.writer.add({ ...line, position: open.writer.lines + 1 });
    open.ids.push(line.id.toString());
  }
  if (open) await finish(client, deps, run, open, at);
  const { rows } = await client.query<{ left: string }>(
    `select count(*) as left from payment_line where run_id = $1 and state = 'sent' and file_id is null`,
    [run.id],
  );
  if (rows[0]?.left !== '0') throw new Error(`${rows[0]?.left} sent lines of run ${run.id} stand in no file`);
};
