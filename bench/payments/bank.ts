import type { Pool } from 'pg';
import { yuanFromFen } from '../../domain/money';
import { formats } from '../../domain/payment-files/formats';
import { referenceOf } from '../../domain/payment-files/line';
import type { Store } from '../../store/client';
import type { FileStore } from '../../store/files';
import { importReturn } from '../../store/payment-files/import-return';

export const FORMAT = 'bankCsvUtf8';
/** Every so manieth line is refused. */
export const REFUSED = 100;
const FINANCE = { staffId: '7c0f5a2b-3d1e-4f6a-8b9c-0d1e2f3a4b5c', role: 'financeMaker' };

/** What a bank answers to one file. */
const answerTo = async (pool: Pool, fileId: string, refused: number): Promise<Buffer> => {
  const { rows } = await pool.query<{ id: string; fen: string }>(
    'select id, fen - withheld_fen as fen from payment_line where file_id = $1 order by position',
    [fileId],
  );
  const lines = rows.map(({ id, fen }) => {
    const [code, reason] = refused > 0 && Number(id) % refused === 0 ? ['1003', '账户已销户'] : ['0000', ''];
    return [referenceOf(BigInt(id)), yuanFromFen(BigInt(fen)), code, reason, '20260908'].join(',');
  });
  const total = rows.reduce((sum, { fen }) => sum + BigInt(fen), 0n);
  const head = formats[FORMAT].returns.columns.map(({ title }) => title).join(',');
  return Buffer.from([head, ...lines, `合计,${rows.length},${yuanFromFen(total)}`, ''].join('\r\n'), 'utf8');
};

/** The banks answer a run file by file; every `refused`-th line fails (0: none). */
export const answerRun = async (
  { pool, store, files }: { readonly pool: Pool; readonly store: Store; readonly files: FileStore },
  runId: string,
  refused: number,
): Promise<void> => {
  const { rows } = await pool.query<{ id: string }>(
    'select id from payment_file where run_id = $1 order by bank, part',
    [runId],
  );
  for (const { id } of rows) {
    const bytes = await answerTo(pool, id, refused);
    await store.withScopedClient(undefined, (client) =>
      importReturn(client, files, runId, { name: `${id}.csv`, bytes }, FINANCE, new Date()),
    );
  }
};
