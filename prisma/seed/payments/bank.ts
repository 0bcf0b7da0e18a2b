import { yuanFromFen } from '../../../domain/money';
import { formats } from '../../../domain/payment-files/formats';
import { referenceOf } from '../../../domain/payment-files/line';
import { sheetRow, workbookOf } from '../../../domain/payment-files/workbook';
import type { CivilDate } from '../../../domain/civil-date';

interface SentLine {
  readonly id: bigint;
  readonly fen: bigint;
}

/** The card platform's answer: every payment has arrived on the day. */
export const allArrived = (lines: readonly SentLine[], on: CivilDate): Uint8Array => {
  const { columns } = formats.cardPlatform.returns;
  const rows = [
    columns.map(({ title }) => title),
    ...lines.map(({ id, fen }) => [referenceOf(id), yuanFromFen(fen), '发放成功', '', on.replaceAll('-', '')]),
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
