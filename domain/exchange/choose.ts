import type { Change, Mode } from './kinds';

/** What is known of a row: the same `hash` is the same content. */
export interface Current {
  readonly key: string;
  readonly hash: string;
}

/** What the other system has of a key, by its last receipt. */
export interface Receipted extends Current {
  readonly removed: boolean;
}

export interface Chosen<Row> {
  readonly row: Row;
  readonly change: Change;
}

export interface Choice<Row extends Current> {
  readonly sent: readonly Chosen<Row>[];
  /** Had by the other system, no longer by us. */
  readonly removed: readonly Receipted[];
  /** Not sent again, for nothing was corrected since it was rejected. */
  readonly waiting: readonly Row[];
}

interface Known {
  readonly receipted: ReadonlyMap<string, Receipted>;
  /** Key → hashes that came back and still wait for their correction. */
  readonly rejected: ReadonlyMap<string, ReadonlySet<string>>;
}

const changeOf = ({ hash }: Current, before: Receipted | undefined): Change => {
  if (!before || before.removed) return 'added';
  return before.hash === hash ? 'same' : 'changed';
};

export const removalHash = (hash: string): string => `${hash}/removed`;

// @clause 一(二) what is handed up is what has changed since it was last receipted, and all on demand
/**
 * What goes into a package. Incremental: what differs from the last receipt, and what is gone where the kind is a whole
 * list (`whole`); what was rejected waits until it is another content. Full: everything.
 */
export const choose = <Row extends Current>(
  mode: Mode,
  current: readonly Row[],
  { receipted, rejected }: Known,
  whole: boolean,
): Choice<Row> => {
  const blocked = ({ key, hash }: Current): boolean => rejected.get(key)?.has(hash) ?? false;
  const marked = current.map((row) => ({ row, change: changeOf(row, receipted.get(row.key)) }));
  const present = new Set(current.map(({ key }) => key));
  const gone = whole ? [...receipted.values()].filter(({ key, removed }) => !removed && !present.has(key)) : [];
  if (mode === 'full')
    return { sent: marked.filter(({ row }) => !blocked(row)), removed: [], waiting: current.filter(blocked) };
  const wanted = marked.filter(({ change }) => change !== 'same');
  return {
    sent: wanted.filter(({ row }) => !blocked(row)),
    removed: gone.filter(({ key, hash }) => !blocked({ key, hash: removalHash(hash) })),
    waiting: wanted.map(({ row }) => row).filter(blocked),
  };
};
