import type { Answer, ItemState } from './kinds';
import type { ReceiptLine } from './receipt';

/** A row of the package as it stands when an answer to it comes. */
export interface Sent {
  readonly id: string;
  readonly state: ItemState;
}

/** What becomes of a line of a receipt; nothing is lost, whatever it says. */
export const outcomes = {
  applied: { label: '已登记' },
  repeated: { label: '重复,未改变' },
  unknown: { label: '没有这条记录' },
  conflicting: { label: '与已登记的结果矛盾,未改变' },
  malformed: { label: '本行有误,未登记' },
} as const;
export type Outcome = keyof typeof outcomes;
export const outcomeNames = Object.keys(outcomes) as [Outcome, ...Outcome[]];

/** Which answer may follow which: what was rejected may be accepted later; what was accepted stays. */
const following: Readonly<Record<ItemState, Readonly<Record<Answer, Outcome>>>> = {
  sent: { accepted: 'applied', rejected: 'applied' },
  rejected: { accepted: 'applied', rejected: 'repeated' },
  accepted: { accepted: 'repeated', rejected: 'conflicting' },
  leftOut: { accepted: 'conflicting', rejected: 'conflicting' },
};

export interface Judged {
  readonly line: ReceiptLine;
  readonly item: Sent | undefined;
  readonly outcome: Outcome;
}

/** Line after line: a record that stands twice in a file is answered by its first line. */
export const judgeReceipt = (lines: readonly ReceiptLine[], sent: ReadonlyMap<string, Sent>): readonly Judged[] => {
  const states = new Map<string, ItemState>();
  return lines.map((line) => {
    const item = sent.get(line.recordNumber);
    if (!item) return { line, item: undefined, outcome: 'unknown' };
    const outcome = following[states.get(item.id) ?? item.state][line.answer];
    // Within one file a second answer never overturns the first.
    const overturned = outcome === 'applied' && states.has(item.id);
    if (outcome === 'applied' && !overturned) states.set(item.id, line.answer);
    return { line, item, outcome: overturned ? 'conflicting' : outcome };
  });
};
