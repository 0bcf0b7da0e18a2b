import { z } from 'zod';
import type { HistoryMonth, Sums } from '../../domain/payment-history/month';
import { sumsOf } from '../../domain/payment-history/month';
import { differenceOf, differenceReasons, type DifferencePart } from '../../domain/payment-history/reasons';
import { yuanFromFen } from '../../domain/money';
import { guards, type GuardReason } from '../../domain/payments/guards';
import { lineKinds, lineStates, type LineKind, type LineState } from '../../domain/payments/lines';

const Money = z.string().meta({ description: '元' });

const Line = z.object({
  kind: z.string(),
  kindLabel: z.string(),
  amount: Money.meta({ description: '应发(元)' }),
  withheld: Money.meta({ description: '按书面同意扣回(元)' }),
  state: z.string(),
  stateLabel: z.string(),
  reason: z.string().nullable().meta({ description: '暂缓或失败的原因' }),
  paidOn: z.string().nullable(),
  runMonth: z.string().meta({ description: '所在批次的月份;晚于待遇月份的是补发' }),
  correction: z.int().meta({ description: '第几次更正,0为首次' }),
});

const Part = z.object({
  reason: z.string(),
  label: z.string(),
  amount: Money.meta({ description: '这个原因造成的增减(元),各项之和等于与上月之差' }),
  personId: z.uuid().nullable(),
  details: z.array(z.string()),
});

export const HistoryMonthView = z
  .object({
    month: z.string(),
    entitled: Money,
    gradualExit: z.boolean(),
    withheld: Money.meta({ description: '扣回(元);应发与实发之差的一部分' }),
    paid: Money.meta({ description: '实发到账户(元)' }),
    held: Money,
    failed: Money,
    pending: Money,
    undrawn: Money.meta({ description: '尚未造册(元);负数是按现行决定多发' }),
    elsewhere: Money.meta({ description: '本县由本系统发放以前的月份,应由原系统发放的(元)' }),
    difference: Money.meta({ description: '实发与上月之差(元)' }),
    reasons: z.array(Part),
    lines: z.array(Line),
    matchesLedger: z.boolean().meta({ description: '各状态金额与账册一致' }),
  })
  .meta({ id: 'PaymentHistoryMonth' });

type MonthAnswer = z.input<typeof HistoryMonthView>;

const wordOf = (code: string): string =>
  code in guards
    ? guards[code as GuardReason].label
    : code === 'runCancelled' || code === 'redrawn'
      ? '批次已取消'
      : code;

const lineView = (line: HistoryMonth['lines'][number]): MonthAnswer['lines'][number] => ({
  kind: line.kind,
  kindLabel: lineKinds[line.kind as LineKind],
  amount: yuanFromFen(line.fen),
  withheld: yuanFromFen(line.withheld),
  state: line.state,
  stateLabel: lineStates[line.state as LineState].label,
  reason: line.bankReason ?? (line.reason === null ? null : wordOf(line.reason)),
  paidOn: line.paidOn,
  runMonth: line.runMonth,
  correction: line.correction,
});

const partView = ({ reason, fen, personId, details }: DifferencePart): MonthAnswer['reasons'][number] => ({
  reason,
  label: differenceReasons[reason],
  amount: yuanFromFen(fen),
  personId: personId ?? null,
  details: details.map(wordOf),
});

/** Accounts that lines of a state stand in; what is on its way has several, and what is paid stands beside what it withheld. */
const accounts: Readonly<Record<'paid' | 'held' | 'failed' | 'pending', readonly string[]>> = {
  paid: ['paid', 'offset'],
  held: ['held'],
  failed: ['failed'],
  pending: ['pending', 'sent', 'uncertain'],
};

const matches = (month: HistoryMonth, ledger: ReadonlyMap<string, bigint>): boolean =>
  (ledger.get(`${month.month}/offset`) ?? 0n) === sumsOf(month).withheld &&
  Object.values(accounts).every((names) => {
    const booked = names.reduce((sum, name) => sum + (ledger.get(`${month.month}/${name}`) ?? 0n), 0n);
    const standing = month.lines.filter(({ state }) => names.includes(state)).reduce((sum, { fen }) => sum + fen, 0n);
    return booked === standing;
  });

export const historyView = (
  months: readonly HistoryMonth[],
  ledger: ReadonlyMap<string, bigint>,
): readonly MonthAnswer[] =>
  months.map((month, index) => {
    const before = months[index - 1];
    const sums: Sums = sumsOf(month);
    const paidBefore = before ? sumsOf(before).paid : 0n;
    return {
      month: month.month,
      entitled: yuanFromFen(sums.entitled),
      gradualExit: month.entitled?.kind === 'gradualExit',
      withheld: yuanFromFen(sums.withheld),
      paid: yuanFromFen(sums.paid),
      held: yuanFromFen(sums.held),
      failed: yuanFromFen(sums.failed),
      pending: yuanFromFen(sums.pending),
      undrawn: yuanFromFen(sums.undrawn),
      elsewhere: yuanFromFen(sums.elsewhere),
      difference: yuanFromFen(sums.paid - paidBefore),
      reasons: differenceOf(before, month).map(partView),
      lines: month.lines.map(lineView),
      matchesLedger: matches(month, ledger),
    };
  });
