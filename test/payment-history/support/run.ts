import { tmpdir } from 'node:os';
import { advanceRun } from '../../../activities/payments/advance';
import { startOfDay } from '../../../domain/civil-date';
import type { Store } from '../../../store/client';
import { createFileStore } from '../../../store/files';
import { createRulebook } from '../../../store/rulebook';
import { uuidOf } from '../../../store/uuid';

const COUNTY = '530581';
const at = (month: string, day: number): number =>
  startOfDay(`${month}-${String(day).padStart(2, '0')}`) + 9 * 3_600_000;

const advance = async (store: Store, runId: string, when: number): Promise<void> => {
  const files = createFileStore({ directory: tmpdir(), cipher: store.cipher });
  const deps = { store, rulebook: createRulebook(), files };
  await advanceRun(deps, runId, when);
};

/** The monthly run of a county, its list drawn by the product. */
export const openRun = async (store: Store, month: string, county = COUNTY): Promise<string> => {
  const id = uuidOf('payment-run', county, 'dibao', month, 'monthly', 1);
  await store.prisma.paymentRun.create({
    data: {
      id,
      county,
      programme: 'dibao',
      month,
      kind: 'monthly',
      seq: 1,
      state: 'drawing',
      openedOn: `${month}-01`,
      payBy: `${month}-10`,
      format: 'cardPlatform',
    },
  });
  await advance(store, id, at(month, 1));
  return id;
};

interface Line {
  readonly id: bigint;
  readonly caseId: string;
  readonly state: string;
}
export interface Came {
  readonly state: 'paid' | 'failed' | 'sent';
  readonly bankReason?: string;
}

/** Sends what may be paid and lets each line come back as told; what is held stays held. The people's steps are left out. */
export const goThrough = async (store: Store, runId: string, came: (line: Line) => Came): Promise<void> => {
  const { month } = await store.prisma.paymentRun.findUniqueOrThrow({ where: { id: runId } });
  await store.prisma.paymentRun.update({ where: { id: runId }, data: { state: 'sending' } });
  await advance(store, runId, at(month, 8));
  for (const line of await store.prisma.paymentLine.findMany({ where: { runId, state: 'sent' } })) {
    const { state, bankReason } = came(line);
    if (state === 'sent') continue;
    await store.prisma.paymentLine.update({
      where: { id: line.id },
      data: {
        state,
        changedAt: new Date(at(month, 10)),
        ...(bankReason && { bankReason }),
        ...(state === 'paid' && { paidOn: `${month}-10` }),
      },
    });
  }
  await advance(store, runId, at(month, 11));
};
