import { encode } from 'iconv-lite';
import { yuanFromFen } from '../../../domain/money';
import { formats } from '../../../domain/payment-files/formats';
import { referenceOf } from '../../../domain/payment-files/line';
import { sheetRow, workbookOf } from '../../../domain/payment-files/workbook';

export interface Told {
  readonly id: bigint;
  readonly fen: bigint;
  readonly code: string;
  readonly reason?: string;
  readonly paidOn?: string;
}

const rowOf = ({ id, fen, code, reason = '', paidOn = '20260908' }: Told): string[] => [
  referenceOf(id),
  yuanFromFen(fen),
  code,
  reason,
  paidOn,
];

/** A bank's comma-separated answer with its totals, in GBK. */
export const csvAnswer = (told: readonly Told[], totals = true): Buffer => {
  const { columns } = formats.bankCsv.returns;
  const sum = told.reduce((all, { fen }) => all + fen, 0n);
  const rows = [
    columns.map(({ title }) => title),
    ...told.map(rowOf),
    ...(totals ? [['合计', String(told.length), yuanFromFen(sum)]] : []),
  ];
  return encode(`${rows.map((row) => row.join(',')).join('\r\n')}\r\n`, 'gbk');
};

/** The card platform's answer, a workbook. */
export const workbookAnswer = (told: readonly Told[]): Buffer => {
  const { columns } = formats.cardPlatform.returns;
  const rows = [columns.map(({ title }) => title), ...told.map(rowOf)];
  return Buffer.from(
    workbookOf(
      rows.map((row, index) =>
        sheetRow(
          index + 1,
          row.map((text) => ({ text, numeric: false })),
        ),
      ),
    ),
  );
};

/** Records of fixed width with their head, in GBK. */
export const fixedAnswer = (told: readonly Told[]): Buffer => {
  const sum = told.reduce((all, { fen }) => all + fen, 0n);
  const padded = (text: string, width: number): Buffer => {
    const bytes = encode(text, 'gbk');
    return Buffer.concat([bytes, Buffer.alloc(width - bytes.length, ' ')]);
  };
  const record = ({ id, fen, code, reason = '', paidOn = '20260908' }: Told): Buffer =>
    Buffer.concat([
      padded(referenceOf(id), 20),
      padded('', 32),
      Buffer.from(String(fen).padStart(15, '0')),
      padded(code, 4),
      padded(reason, 40),
      padded(paidOn, 8),
      Buffer.from('\r\n'),
    ]);
  const head = `H${String(told.length).padStart(8, '0')}${String(sum).padStart(18, '0')}\r\n`;
  return Buffer.concat([Buffer.from(head), ...told.map(record)]);
};
