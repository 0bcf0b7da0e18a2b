import type { Fen } from '../money';
import { sumsOf, type EntitledMonth, type HistoryMonth, type PaidLine } from './month';

/** Why a month's money differs from the month before; the words that a household is told. */
export const differenceReasons = {
  started: '开始享受保障',
  stopped: '停止保障或待遇到期',
  memberIn: '新增保障对象',
  memberOut: '减少保障对象',
  standardRaised: '保障标准提高',
  standardLowered: '适用的保障标准降低',
  classChanged: '保障类别变化',
  gradualExit: '进入渐退期',
  gradualExitStep: '渐退期金额调整',
  backToBenefit: '由渐退恢复保障',
  reassessed: '家庭情况变化,重新核算',
  subsidy: '物价补贴或一次性补贴',
  withheld: '按书面同意扣回多发款',
  held: '暂缓发放',
  failed: '发放失败',
  pending: '正在发放,尚未到账',
  undrawn: '尚未造册',
  overpaid: '按现行决定多发',
  elsewhere: '由原系统发放的月份',
  arrears: '补发以前月份',
} as const;

export type DifferenceReason = keyof typeof differenceReasons;

/** A part of the difference of what was paid. All parts of a month sum to the whole difference. */
export interface DifferencePart {
  readonly reason: DifferenceReason;
  readonly fen: Fen;
  readonly personId?: string;
  /** Codes that say more: reasons of holds, the bank's words, a class, a standard. */
  readonly details: readonly string[];
}

const shareOf = ({ shares }: EntitledMonth, personId: string): Fen => shares.get(personId) ?? 0n;
const onlyIn = (one: EntitledMonth, other: EntitledMonth): readonly string[] =>
  [...one.shares.keys()].filter((personId) => !other.shares.has(personId));

/** What the decision changed for those who were there before and after. */
const causeOf = (was: EntitledMonth, is: EntitledMonth): Pick<DifferencePart, 'reason' | 'details'> => {
  if (was.kind !== is.kind) {
    return { reason: is.kind === 'gradualExit' ? 'gradualExit' : 'backToBenefit', details: [] };
  }
  if (is.kind === 'gradualExit') return { reason: 'gradualExitStep', details: [] };
  if (was.class !== undefined && is.class !== undefined && was.class !== is.class)
    return { reason: 'classChanged', details: [was.class, is.class] };
  if (was.standard !== undefined && is.standard !== undefined && was.standard !== is.standard) {
    const raised = Number(is.standard) > Number(was.standard);
    return { reason: raised ? 'standardRaised' : 'standardLowered', details: [was.standard, is.standard] };
  }
  return { reason: 'reassessed', details: [] };
};

const entitledParts = (was: EntitledMonth | undefined, is: EntitledMonth | undefined): readonly DifferencePart[] => {
  if (!was && !is) return [];
  if (!was) return [{ reason: 'started', fen: is!.fen, details: [] }];
  if (!is) return [{ reason: 'stopped', fen: -was.fen, details: [] }];
  const came = onlyIn(is, was);
  const went = onlyIn(was, is);
  const members: DifferencePart[] = [
    ...came.map((personId) => ({ reason: 'memberIn' as const, personId, fen: shareOf(is, personId), details: [] })),
    ...went.map((personId) => ({ reason: 'memberOut' as const, personId, fen: -shareOf(was, personId), details: [] })),
  ];
  const rest = is.fen - was.fen - members.reduce((sum, { fen }) => sum + fen, 0n);
  return rest === 0n && was.kind === is.kind ? members : [...members, { ...causeOf(was, is), fen: rest }];
};

const whyOf = (lines: readonly PaidLine[], wanted: string): readonly string[] => [
  ...new Set(
    lines
      .filter(({ state }) => state === wanted)
      .flatMap(({ reason, bankReason }) => [bankReason ?? reason ?? ''])
      .filter((why) => why !== ''),
  ),
];

const turned = ['withheld', 'held', 'failed', 'pending', 'undrawn', 'overpaid', 'elsewhere'] as const;

/** What of a month's money did not come on the card as decided; what came beyond it counts against it. */
const missingOf = (month: HistoryMonth): Readonly<Record<(typeof turned)[number], Fen>> => {
  const { undrawn, ...sums } = sumsOf(month);
  return { ...sums, undrawn: undrawn > 0n ? undrawn : 0n, overpaid: undrawn < 0n ? undrawn : 0n };
};

/** The lines that this month's list pays for earlier months: said, not added, for they stand in their own months. */
const arrearsOf = (later: readonly PaidLine[]): readonly DifferencePart[] => {
  const months = [...new Set(later.map(({ runMonth }) => runMonth))];
  return months.length === 0 ? [] : [{ reason: 'arrears', fen: 0n, details: months }];
};

/**
 * Every reason why the household was paid more or less for a month than for the month before, each with its part of the
 * difference. @clause 三(一) the parts sum to the difference, to the fen
 */
export const differenceOf = (was: HistoryMonth | undefined, is: HistoryMonth): readonly DifferencePart[] => {
  const former = was ?? { month: '', entitled: undefined, lines: [] };
  const parts: DifferencePart[] = [...entitledParts(was?.entitled, is.entitled)];
  const extra = sumsOf(is).extra - sumsOf(former).extra;
  if (extra !== 0n) parts.push({ reason: 'subsidy', fen: extra, details: [] });
  const [before, now] = [missingOf(former), missingOf(is)];
  for (const name of turned) {
    const fen = before[name] - now[name];
    if (fen !== 0n) parts.push({ reason: name, fen, details: whyOf(is.lines, name) });
  }
  return [...parts, ...arrearsOf(is.lines.filter(({ runMonth, state }) => runMonth > is.month && state === 'paid'))];
};
