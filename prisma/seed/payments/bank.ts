import { yuanFromFen } from '../../../domain/money';
import { formats } from '../../../domain/payment-files/formats';
import { referenceOf } from '../../../domain/payment-files/line';
import { sheetRow, workbookOf } from '../../../domain/payment-files/workbook';
import type { CivilDate } from '../../../domain/civil-date';

interface SentLine {
  readonly id: bigint;
  readonly fen: bigint;
  /** Of it, what is kept back: the bank has been given the rest. */
  readonly withheldFen: bigint;
  /** Why the bank could not pay it. */
  readonly failed?: string | undefined;
}

/** The card platform's answer: what it could pay has arrived on the day. */
export const answerOf = (lines: readonly SentLine[], on: CivilDate): Uint8Array => {
  const { columns } = formats.cardPlatform.returns;
  const day = on.replaceAll('-', '');
  const rows = [
    columns.map(({ title }) => title),
    ...lines.map(({ id, fen, withheldFen, failed }) => [
      ...[referenceOf(id), yuanFromFen(fen - withheldFen)],
      ...(failed ? ['发放失败', failed, ''] : ['发放成功', '', day]),
    ]),
  ];
  return workbookOf(
    rows.map((row, at) =>
      sheetRow(
        at + 1,
        row.map((text) => ({ text, numeric: false })),
      ),
    ),
  );
};
