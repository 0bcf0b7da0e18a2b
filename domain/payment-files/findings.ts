import type { LineState } from '../payments/lines';

interface ClosingRow {
  readonly says: string;
  /** Where the line goes, if it still can; without it nothing moves. */
  readonly to?: LineState;
  /** What comes back from the household: all that the bank says it paid, or what of it is beyond the list. */
  readonly recovers?: 'whole' | 'excess';
}

interface FindingRow {
  readonly label: string;
  /** What the county's reviewer has to do. */
  readonly todo: string;
  readonly closings: Readonly<Record<string, ClosingRow>>;
}

/** What a bank's answer contradicts, and how the county can settle it. */
export const findings = {
  wrongAmount: {
    label: '回盘金额与清单不符',
    todo: '向银行核实实发金额',
    closings: {
      paid: { says: '经银行核实,已按清单金额到账', to: 'paid' },
      recover: { says: '经银行核实,按回盘金额多付,多付的转追缴', to: 'paid', recovers: 'excess' },
      failed: { says: '经银行核实,没有发放', to: 'failed' },
      noted: { says: '已核实,另行处理' },
    },
  },
  paidAfterFailed: {
    label: '先报失败,后报到账',
    todo: '核实确已到账;已改记为到账,不再重发',
    closings: { noted: { says: '确已到账' }, failed: { says: '经银行核实,没有到账', to: 'failed' } },
  },
  paidAfterReissue: {
    label: '改为重发后原款到账',
    todo: '核实确已到账;已恢复原行,重发的一笔已取消',
    closings: { noted: { says: '确已到账' }, failed: { says: '经银行核实,没有到账', to: 'failed' } },
  },
  paidTwice: {
    label: '重发的一笔已送出,原款又到账',
    todo: '核实是否重复到账,多发的按追缴办理',
    closings: {
      recover: { says: '确系重复到账,转追缴', recovers: 'whole' },
      original: { says: '重发的一笔没有到账,以原款为准', to: 'paid' },
      noted: { says: '经银行核实,原款没有到账' },
    },
  },
  failedAfterPaid: {
    label: '先报到账,后报失败',
    todo: '核实是否被银行退回',
    closings: {
      failed: { says: '已被退回,按发放失败办理', to: 'failed' },
      noted: { says: '确已到账,维持不变' },
    },
  },
} as const satisfies Readonly<Record<string, FindingRow>>;

export type FindingKind = keyof typeof findings;

export const findingOf = (kind: string): FindingRow | undefined =>
  Object.hasOwn(findings, kind) ? findings[kind as FindingKind] : undefined;

/** Every answer that some finding can be closed with. */
export const closingNames = [
  ...new Set(Object.values<FindingRow>(findings).flatMap(({ closings }) => Object.keys(closings))),
] as [string, ...string[]];
