import { tickRecovery } from '../../../activities/recovery/tick';
import { takeStep } from '../../../api/recovery/act';
import { deductionLimit } from '../../../api/recovery/money';
import type { Acting } from '../../../api/recovery/doing';
import { collectNotes } from '../../../api/http/audit-notes';
import { addMonthsToMonth, civilDateAt, monthOf, type CivilDate } from '../../../domain/civil-date';
import { yuanFromFen, type Fen } from '../../../domain/money';
import type { RecoveryAction, RecoveryState } from '../../../domain/recovery/steps';
import type { Recovery } from '../../../generated/prisma/client';
import { createRulebook } from '../../../store/rulebook';
import { uuidOf } from '../../../store/uuid';
import type { Post } from '../staff/posts';
import { holderOf, type Account } from '../staff/roster';
import { stories } from '../stories';
import { PATIENCE, type SeedDeps } from '../telling/deps';
import { greyPng } from '../telling/png';
import { caseIdOf, tellLater } from '../telling/tell';
import { dayIn, paidMonths } from './county';

const KEY = 'lateDeath';

const actingAs = ({ store }: SeedDeps, { id, name, role, division }: Account, at: Date): Acting => ({
  actor: { staffId: id, name, role, division, appointmentId: uuidOf(id, 'appointment'), sessionId: uuidOf(id, 'seed') },
  rulebook: createRulebook(),
  audit: collectNotes().notes,
  now: () => at,
  scope: (work) => store.prisma.$transaction(work, PATIENCE),
});

/** A paper that the household signed, in its file; asked for again, the same one. */
const paper = async (
  { store, files, days }: SeedDeps,
  caseId: string,
  name: string,
  on: CivilDate,
): Promise<string> => {
  const id = uuidOf(caseId, name);
  if (await store.prisma.document.findUnique({ where: { id }, select: { id: true } })) return id;
  const { storageKey, mime, size, sha256 } = await files.put(greyPng());
  const uploadedAt = new Date(days.instant(on, 0));
  await store.prisma.document.create({
    data: { id, caseId, kind: 'other', name: `${name}.png`, mime, size, sha256, storageKey, uploadedAt },
  });
  return id;
};

/** As many months as it takes, each a month after the list that withholds it. */
const instalmentsOf = (outstanding: Fen, monthly: Fen, on: CivilDate) =>
  Array.from({ length: Number((outstanding + monthly - 1n) / monthly) }, (_, at) => {
    const left = outstanding - monthly * BigInt(at);
    return {
      dueOn: dayIn(addMonthsToMonth(monthOf(on), at + 2), 25),
      amount: yuanFromFen(left < monthly ? left : monthly),
    };
  });

const agreement = async (deps: SeedDeps, recovery: Recovery, on: CivilDate): Promise<object> => {
  const { caseId, outstandingFen } = recovery;
  const context = actingAs(deps, holderOf('clerk', recovery.township), new Date(deps.days.instant(on, 0)));
  const monthly = await context.scope((tx) => deductionLimit({ context, tx, recovery, today: on }));
  return {
    agreementId: await paper(deps, caseId, '还款协议', on),
    instalments: instalmentsOf(outstandingFen, monthly, on),
    deduction: { amount: yuanFromFen(monthly), consentId: await paper(deps, caseId, '同意抵扣书', on) },
  };
};

interface Deed {
  readonly by: Post;
  readonly action: RecoveryAction;
  readonly input: (deps: SeedDeps, recovery: Recovery, on: CivilDate) => object | Promise<object>;
}

/** What leads on from each state, a working day after the other. */
const onwards: Readonly<Partial<Record<RecoveryState, Deed>>> = {
  found: {
    by: 'reviewer',
    action: 'verify',
    input: () => ({ fault: 'household', note: '家属忙于丧事,半个月后才报告;多领一个月' }),
  },
  askingBank: {
    by: 'financeMaker',
    action: 'recordBankAnswer',
    input: (_deps, _recovery, on) => ({ amount: '0', on }),
  },
  agreeing: { by: 'clerk', action: 'proposePlan', input: agreement },
  agreed: { by: 'countyApprover', action: 'approvePlan', input: () => ({ note: '每月抵扣后仍够生活,同意' }) },
};

const recoveryOf = ({ store }: SeedDeps) =>
  store.prisma.recovery.findFirst({ where: { caseId: caseIdOf({ key: KEY }) } });

const walk = async (deps: SeedDeps, from: CivilDate): Promise<void> => {
  for (let on = from; ; on = deps.days.after(on, 1)) {
    const recovery = await recoveryOf(deps);
    const deed = recovery && onwards[recovery.state as RecoveryState];
    if (!deed) return;
    const context = actingAs(deps, holderOf(deed.by, recovery.township), new Date(deps.days.instant(on, 5)));
    const input = await deed.input(deps, recovery, civilDateAt(context.now().getTime()));
    await takeStep(context, recovery.id, { action: deed.action, expectedVersion: recovery.version, input });
  }
};

/**
 * A household that was paid too much for the county's first month, because a death was told late, and agrees to have it
 * kept back from its benefit: by the steps that people take, between that month's payment and the next.
 */
export const tellDebt = async (deps: SeedDeps): Promise<void> => {
  const { store, days } = deps;
  const [story] = stories(days).filter(({ key }) => key === KEY);
  if (!story || !(await store.prisma.case.findUnique({ where: { id: caseIdOf(story) }, select: { id: true } }))) return;
  const { short } = await tellLater(deps, story);
  if (short) return;
  const decided = days.after(dayIn(paidMonths(days)[0]!, 10), 3);
  if (!(await recoveryOf(deps))) await tickRecovery({ store, rulebook: createRulebook() }, days.after(decided, 1));
  await walk(deps, days.after(decided, 1));
};
