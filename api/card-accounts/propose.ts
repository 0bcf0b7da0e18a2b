import { randomUUID } from 'node:crypto';
import { AppError, fieldError } from '../../domain/errors';
import {
  cardNumberProblem,
  holderProblem,
  normaliseCardNumber,
  type AccountHolder,
  type Bank,
} from '../../domain/payments/accounts';
import type { CardAccount } from '../../generated/prisma/client';
import { lockCase } from '../../store/cases/load';
import { requireWithin } from '../actor';
import { caseInScope } from '../cases/access';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';

export interface NewAccount extends AccountHolder {
  readonly bank: Bank;
  readonly number: string;
  readonly evidenceId: string;
}

const requireDocument = async (tx: Tx, caseId: string, path: string, documentId: string | undefined): Promise<void> => {
  if (documentId === undefined) return;
  if (!(await tx.document.findFirst({ where: { id: documentId, caseId }, select: { id: true } })))
    throw fieldError(path, '本案没有这份材料,请先在“材料”上传');
};

const TABLE = 'card_account';

/** The number as its columns: sealed, to be found again, and the last four digits. */
const numberColumns = ({ store: { cipher } }: Context, accountId: string, written: string) => {
  const digits = normaliseCardNumber(written);
  const place = { table: TABLE, column: 'number_enc', row: accountId };
  return {
    numberEnc: cipher.seal(place, Buffer.from(digits, 'utf8')),
    numberIndex: cipher.tag('cardNumber', digits),
    numberTail: digits.slice(-4),
    numberValid: true,
  };
};

const membersOf = async (tx: Tx, personIds: readonly string[]) => {
  const rows = await tx.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, name: true, diedOn: true },
  });
  return rows.map((row) => ({ personId: row.id, name: row.name, died: row.diedOn !== null }));
};

/**
 * Enters an account to be looked at by a second person, the case held until the transaction ends.
 * @throws AppError invalidInput, notFound, forbidden, relativeLockedOut, caseClosed, conflict
 */
export const propose = async (
  context: Context,
  tx: Tx,
  caseId: string,
  { number, ...input }: NewAccount,
): Promise<CardAccount> => {
  const actor = actorOf(context);
  const wrong = cardNumberProblem(number);
  if (wrong) throw fieldError('number', wrong);
  const { members, division, closedAt } = await caseInScope(context, tx, caseId);
  requireWithin(actor, division);
  await lockCase(tx, caseId);
  if (closedAt) throw new AppError('caseClosed', '本案已结案,不能再登记发放账户');
  const present = members.filter(({ leftOn }) => leftOn === null).map(({ personId }) => personId);
  const problem = holderProblem(input, await membersOf(tx, present));
  if (problem) throw fieldError(problem.path, problem.message);
  await requireDocument(tx, caseId, 'agreementId', input.agreementId);
  await requireDocument(tx, caseId, 'evidenceId', input.evidenceId);
  if (await tx.cardAccount.findFirst({ where: { caseId, state: 'proposed' }, select: { id: true } }))
    throw new AppError('conflict', '本户已有待复核的账户;请先由另一人复核或退回');
  const accountId = randomUUID();
  return tx.cardAccount.create({
    data: {
      ...input,
      ...numberColumns(context, accountId, number),
      id: accountId,
      caseId,
      makerId: actor.staffId,
      createdAt: context.now(),
    },
  });
};
