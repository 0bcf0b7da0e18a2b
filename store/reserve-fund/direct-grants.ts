import { createHash } from 'node:crypto';
import type { DirectFault, DirectRow } from '../../domain/reserve-fund/direct-row';
import type { FieldCipher } from '../crypto';
import { newId } from '../uuid';
import type { Tx } from '../with-scope';
import { enrolRecipient, tailOf } from './recipient';

interface Into {
  readonly importId: string;
  readonly county: string;
  readonly month: string;
  readonly staffId: string;
  readonly at: Date;
}

export interface DirectOutcome {
  readonly level: 'kept' | 'repeated' | 'error';
  readonly fault?: DirectFault;
  readonly personId?: string;
}

/** What makes a row the same: who, when, how and how much; the ID number only as its blind index. */
const keyOf = (cipher: FieldCipher, { township, idNumber, givenOn, form, fen, goods }: DirectRow): string =>
  createHash('sha256')
    .update([township, cipher.blindIndex(idNumber).toString('hex'), givenOn, form, fen, goods ?? ''].join('/'))
    .digest('hex');

const roomOf = async (tx: Tx, county: string, year: number, source: string) => {
  const line = await tx.budgetLine.findFirst({
    where: { division: county, programme: 'temporaryAssistance', year, source },
  });
  return line && { id: line.id, fen: line.arrivedFen + line.returnedFen - line.drawnFen };
};

/**
 * Enters one grant of the file: paid from the county's budget line of its source, booked in the ledger by the database. What
 * was entered before, in this file, an earlier one or out of a reserve fund, is told and not entered again.
 */
export const enterDirect = async (
  tx: Tx,
  cipher: FieldCipher,
  { importId, county, month, staffId, at }: Into,
  row: DirectRow,
): Promise<DirectOutcome> => {
  const { township, name, idNumber, givenOn, form, fen, goods, reason, source } = row;
  const rowKey = keyOf(cipher, row);
  if (await tx.directGrant.findUnique({ where: { county_rowKey: { county, rowKey } }, select: { id: true } }))
    return { level: 'repeated', fault: { field: '', message: '同一人同日同额的救助早已导入,没有重复入账' } };
  const room = await roomOf(tx, county, Number(month.slice(0, 4)), source);
  if (!room || room.fen < fen)
    return {
      level: 'error',
      fault: { field: '资金来源', message: '县级临时救助预算中这一来源的可用资金不足;请先登记到账' },
    };
  const personId = await enrolRecipient(tx, cipher, { name, idNumber });
  if (personId === undefined)
    return { level: 'error', fault: { field: '姓名', message: '姓名与系统中该身份证号的姓名不一致;请核对' } };
  const kept = await tx.reserveGrant.findFirst({
    where: { township, personId, givenOn, form, fen, state: { not: 'rejected' } },
    select: { id: true },
  });
  if (kept) return { level: 'repeated', fault: { field: '', message: '乡镇备用金已经登记这笔救助,没有重复入账' } };
  await tx.directGrant.create({
    data: {
      id: newId(),
      importId,
      rowKey,
      county,
      township,
      month,
      personId,
      personName: name,
      idTail: tailOf(idNumber),
      form,
      fen,
      goods: goods ?? null,
      reason,
      givenOn,
      budgetLineId: room.id,
      createdAt: at,
      createdBy: staffId,
    },
  });
  return { level: 'kept', personId };
};
