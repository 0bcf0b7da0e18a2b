import type { Pool } from 'pg';
import { yuanFromFen } from '../../domain/money';
import { formats } from '../../domain/payment-files/formats';
import { referenceOf } from '../../domain/payment-files/line';

export const FORMAT = 'bankCsvUtf8';
/** Every so manieth line is refused. */
export const REFUSED = 100;

export interface Answered {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a bank answers to one file: a line refused now and then, all others paid. */
export const answerTo = async (pool: Pool, fileId: string): Promise<Answered> => {
  const { rows } = await pool.query<{ id: string; fen: string }>(
    'select id, fen from payment_line where file_id = $1 order by position',
    [fileId],
  );
  const { columns } = formats[FORMAT].returns;
  const lines = rows.map(({ id, fen }) => {
    const [code, reason] = Number(id) % REFUSED === 0 ? ['1003', '账户已销户'] : ['0000', ''];
    return [referenceOf(BigInt(id)), yuanFromFen(BigInt(fen)), code, reason, '20260908'].join(',');
  });
  const total = rows.reduce((sum, { fen }) => sum + BigInt(fen), 0n);
  const text = [columns.map(({ title }) => title).join(','), ...lines, `合计,${rows.length},${yuanFromFen(total)}`];
  return { name: `${fileId}.csv`, bytes: Buffer.from(`${text.join('\r\n')}\r\n`, 'utf8') };
};
