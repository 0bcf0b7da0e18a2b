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

interface Line {
  readonly id: string;
  readonly fen: string;
}

/** What a bank answers to one file. */
const answerTo = (lines: readonly Line[], refused: number): Buffer => {
  const rows = lines.map(({ id, fen }) => {
    const [code, reason] = refused > 0 && Number(id) % refused === 0 ? ['1003', '账户已销户'] : ['0000', ''];
    return [referenceOf(BigInt(id)), yuanFromFen(BigInt(fen)), code, reason, '20260908'].join(',');
  });
  const total = lines.reduce((sum, { fen }) => sum + BigInt(fen), 0n);
  const head = formats[FORMAT].returns.columns.map(({ title }) => title).join(',');
  return Buffer.from([head, ...rows, `合计,${rows.length},${yuanFromFen(total)}`, ''].join('\r\n'), 'utf8');
};

/** The lines of each file of a run, in the order of the files. */
const filesOf = async (pool: Pool, runId: string): Promise<ReadonlyMap<string, Line[]>> => {
  const { rows } = await pool.query<Line & { file: string }>(
    `select l.id, l.fen - l.withheld_fen as fen, f.id as file from payment_file f join payment_line l on l.file_id = f.id
     where f.run_id = $1 and l.run_id = $1 order by f.bank, f.part, l.position`,
    [runId],
  );
  const files = new Map<string, Line[]>();
  for (const { file, ...line } of rows) {
    const lines = files.get(file) ?? [];
    files.set(file, lines);
    lines.push(line);
  }
  return files;
};

/** The banks answer a run file by file; every `refused`-th line fails (0: none). */
export const answerRun = async (
  { pool, store, files }: { readonly pool: Pool; readonly store: Store; readonly files: FileStore },
  runId: string,
  refused: number,
): Promise<void> => {
  for (const [id, lines] of await filesOf(pool, runId)) {
    const bytes = answerTo(lines, refused);
    await store.withScopedClient(undefined, (client) =>
      importReturn(client, files, runId, { name: `${id}.csv`, bytes }, FINANCE, new Date()),
    );
  }
};
