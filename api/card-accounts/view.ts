import { z } from 'zod';
import type { CardAccount } from '../../generated/prisma/client';
import { bankName, banks, type Bank } from '../../domain/payments/accounts';
import { exampleCaseId, examplePersonId } from '../cases/application/example-case';
import type { Tx } from '../deps';

/** In the order of a list: what waits for somebody, what is in force, what was. */
export const cardStates = ['proposed', 'approved', 'ended', 'rejected'] as const;
export const bankNames = Object.keys(banks) as [Bank, ...Bank[]];

export const CardAccountView = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    state: z.enum(cardStates),
    bank: z.string(),
    bankLabel: z.string(),
    number: z.string().meta({ description: '只有末四位' }),
    numberValid: z.boolean(),
    holderName: z.string(),
    holderPersonId: z.uuid().nullable().meta({ description: '家庭成员;不在成员名下的为空,须有代领协议' }),
    agreementId: z.uuid().nullable(),
    evidenceId: z.uuid().nullable(),
    makerId: z.uuid().nullable(),
    makerName: z.string().nullable(),
    checkerName: z.string().nullable(),
    createdAt: z.iso.datetime(),
    checkedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'CardAccount' });

/** Accounts with the names of maker and checker; of the number the last four digits alone. */
export const cardAccountViews = async (
  tx: Tx,
  rows: readonly CardAccount[],
): Promise<z.input<typeof CardAccountView>[]> => {
  const ids = rows.flatMap(({ makerId, checkerId }) => [makerId, checkerId]).filter((id) => id !== null);
  const staff = await tx.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (id: string | null): string | null => staff.find((one) => one.id === id)?.name ?? null;
  return rows.map((row) => ({
    id: row.id,
    caseId: row.caseId,
    state: z.enum(cardStates).parse(row.state),
    bank: row.bank,
    bankLabel: bankName(row.bank),
    number: `****${row.numberTail}`,
    numberValid: row.numberValid,
    holderName: row.holderName,
    holderPersonId: row.holderPersonId,
    agreementId: row.agreementId,
    evidenceId: row.evidenceId,
    makerId: row.makerId,
    makerName: nameOf(row.makerId),
    checkerName: nameOf(row.checkerId),
    createdAt: row.createdAt.toISOString(),
    checkedAt: row.checkedAt?.toISOString() ?? null,
  }));
};

export const exampleCardAccount: z.input<typeof CardAccountView> = {
  id: '8f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c77',
  caseId: exampleCaseId,
  state: 'proposed',
  bank: 'ruralCredit',
  bankLabel: banks.ruralCredit,
  number: '****0003',
  numberValid: true,
  holderName: '甲示例',
  holderPersonId: examplePersonId,
  agreementId: null,
  evidenceId: null,
  makerId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  makerName: '示例经办',
  checkerName: null,
  createdAt: '2022-09-10T02:00:00.000Z',
  checkedAt: null,
};
