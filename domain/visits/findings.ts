import type { Asset, AssessmentInput, Expense, Income, SupportObligor } from '../dibao/input';

/** The lists of facts that a visit can find changed, by the kind of the fact. */
export const findingLists = { income: 'incomes', expense: 'expenses', asset: 'assets' } as const;
export type FindingKind = keyof typeof findingLists;

export type FactContent = Readonly<Record<string, unknown>>;

/** A fact as just found: instead of a known one, or new. */
export interface Finding {
  readonly kind: FindingKind;
  /** The fact that it takes the place of. */
  readonly replaces?: string;
  readonly personId?: string;
  readonly content: FactContent;
}

/** What is no longer there is a fact of nothing: the file keeps what was and says since when it is over. */
export const nothingLeft = (kind: FindingKind, content: FactContent): FactContent =>
  kind === 'asset' ? { ...content, value: '0', count: 0 } : { ...content, amount: '0' };

type Item = Income | Expense | Asset | SupportObligor;

const itemOf = ({ personId, content, replaces }: Finding, index: number): Item =>
  ({
    ...content,
    ...(personId === undefined ? {} : { member: personId }),
    evidence: `visit-${replaces ?? index}`,
  }) as unknown as Item;

/**
 * The rules' input with the facts as just found, in the order in which the file will have them: what is replaced goes, what
 * is new comes last. Known facts are named by their `evidence`.
 */
export const withFindings = (input: AssessmentInput, findings: readonly Finding[]): AssessmentInput => {
  const gone = new Set(findings.flatMap(({ replaces }) => replaces ?? []));
  const listed = (kind: FindingKind): Item[] => [
    ...(input[findingLists[kind]] ?? []).filter(({ evidence }) => evidence === undefined || !gone.has(evidence)),
    ...findings.flatMap((finding, index) => (finding.kind === kind ? [itemOf(finding, index)] : [])),
  ];
  return {
    ...input,
    incomes: listed('income') as Income[],
    expenses: listed('expense') as Expense[],
    assets: listed('asset') as Asset[],
  };
};
