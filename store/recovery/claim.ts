import type { CivilDate, CivilMonth } from '../../domain/civil-date';
import type { RecoveryCause } from '../../domain/recovery/steps';
import { uuidOf } from '../uuid';
import type { Tx } from '../with-scope';
import { giveTask } from './task';

/** A month for which a household got more than it was due. `round`: what of the same month has been claimed before, and one. */
export interface Claim {
  readonly month: CivilMonth;
  readonly round: number;
  readonly paidFen: bigint;
  readonly dueFen: bigint;
  readonly fen: bigint;
  readonly findingId?: string;
}

/** The household that got it. `openId`: its recovery that is neither over nor being repaid by agreement, where there is one. */
export interface Debtor {
  readonly caseId: string;
  /** Nine digits. */
  readonly township: string;
  readonly programme: string;
  readonly applicantName: string;
  readonly cause: RecoveryCause;
  readonly openId: string | null;
}

/** One at a time claims, until its transaction ends: of two who look at once, the second sees what the first has claimed. */
export const lockClaims = async (tx: Tx): Promise<void> => {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('recovery/find'))`;
};

const open = async (tx: Tx, debtor: Debtor, { month, round }: Claim, day: CivilDate, at: Date): Promise<string> => {
  const { caseId, township, programme, applicantName, cause } = debtor;
  const id = uuidOf('recovery', caseId, month, round);
  await tx.recovery.create({
    data: { id, caseId, township, programme, applicantName, cause, state: 'found', openedOn: day },
    select: { id: true },
  });
  await giveTask(tx, { id, township }, 'found', at);
  return id;
};

/** Claims the months in the household's open recovery, or in a new one with a task for the county. Answers its id. */
export const claimMonths = async (
  tx: Tx,
  debtor: Debtor,
  months: readonly Claim[],
  day: CivilDate,
  at: Date,
): Promise<string> => {
  const { caseId, openId } = debtor;
  const recoveryId = openId ?? (await open(tx, debtor, months[0]!, day, at));
  await tx.recoveryMonth.createMany({
    data: months.map(({ month, round, paidFen, dueFen, fen, findingId }) => ({
      ...{ recoveryId, caseId, month, round, paidFen, dueFen, fen, foundAt: at },
      ...(findingId && { findingId }),
    })),
  });
  const { state } = await tx.recovery.findUniqueOrThrow({ where: { id: recoveryId }, select: { state: true } });
  const sequence = (await tx.recoveryEvent.count({ where: { recoveryId } })) + 1;
  await tx.recoveryEvent.create({
    data: {
      recoveryId,
      sequence,
      at,
      action: openId ? 'findMore' : 'find',
      state,
      role: 'system',
      note: months.map(({ month }) => month).join('、'),
    },
    select: { recoveryId: true },
  });
  return recoveryId;
};
