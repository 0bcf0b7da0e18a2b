import { monthOf, type CivilDate } from '../../domain/civil-date';
import { rowFields, type Change, type ExchangeRecord, type Kind } from '../../domain/exchange/kinds';
import { removalHash } from '../../domain/exchange/choose';
import { layOut, layoutOf, type Layout } from '../../domain/exchange/layout';
import { contentsOf, receiptedOf, type ReceiptedRow } from './receipted';
import { recordsOf, type Source, type SourceRow } from './records';

/** The kinds that are typed over household by household. */
export const fillInKinds = ['decisions', 'lowIncomeList'] as const satisfies readonly Kind[];
export type FillInKind = (typeof fillInKinds)[number];

/** One field in the other system's order: what to enter, and what was entered when it was last receipted. */
export interface FillInField {
  readonly title: string;
  readonly value: string;
  readonly previous: string | null;
  readonly differs: boolean;
}

export interface FillInRecord {
  readonly key: string;
  readonly personId: string | null;
  readonly title: string;
  readonly change: Change;
  readonly hash: string;
  readonly record: ExchangeRecord;
  readonly fields: readonly FillInField[];
  readonly problems: readonly string[];
  readonly receipted: Pick<ReceiptedRow, 'theirNumber' | 'answeredOn'> | null;
}

export interface FillInSection {
  readonly kind: FillInKind;
  readonly layout: Layout;
  readonly records: readonly FillInRecord[];
}

const shown = (layout: Layout): Pick<Layout, 'columns'> => ({
  columns: layout.columns.filter(({ field }) => field !== rowFields[0]),
});

/** The fields of a record beside those that were last receipted. */
export const fieldsOf = (layout: Layout, record: ExchangeRecord, previous: ExchangeRecord | undefined) => {
  const columns = shown(layout);
  const { cells, problems } = layOut(columns, record);
  const before = previous && layOut(columns, { ...previous, change: record['change'] ?? '' }).cells;
  const fields = columns.columns.map(({ title }, at): FillInField => {
    const value = cells[at] ?? '';
    const was = before?.[at] ?? null;
    return { title, value, previous: was, differs: was !== null && was !== value };
  });
  return { fields, problems };
};

/** The decision that counts is the last; what it stands against is the last that was receipted of the case. */
const lastOf = (rows: readonly ReceiptedRow[]): ReceiptedRow | undefined =>
  [...rows].sort((a, b) => b.answeredAt.getTime() - a.answeredAt.getTime())[0];

interface Found {
  readonly row: SourceRow;
  readonly before: ReceiptedRow | undefined;
  readonly change: Change;
}

const changeOf = ({ hash, key }: SourceRow, before: ReceiptedRow | undefined): Change => {
  if (!before || before.removed || before.key !== key) return 'added';
  return before.hash === hash ? 'same' : 'changed';
};

const decisionOf = (rows: readonly SourceRow[], receipted: ReadonlyMap<string, ReceiptedRow>): readonly Found[] =>
  rows.slice(-1).map((row) => {
    const before = receipted.get(row.key) ?? lastOf([...receipted.values()]);
    return { row, before, change: changeOf(row, before) };
  });

const membersOf = (
  rows: readonly SourceRow[],
  receipted: ReadonlyMap<string, ReceiptedRow>,
  contents: ReadonlyMap<string, ExchangeRecord>,
): readonly Found[] => {
  const present = new Set(rows.map(({ key }) => key));
  const gone = [...receipted.values()].filter(({ key, removed }) => !removed && !present.has(key));
  return [
    ...rows.map((row) => ({ row, before: receipted.get(row.key), change: changeOf(row, receipted.get(row.key)) })),
    ...gone.map((before) => ({
      row: { ...before, record: contents.get(before.id) ?? {}, hash: removalHash(before.hash) },
      before,
      change: 'removed' as const,
    })),
  ];
};

interface Asked {
  readonly county: string;
  readonly caseId: string;
  readonly on: CivilDate;
}

const sectionOf = async (source: Source, kind: FillInKind, { county, caseId, on }: Asked): Promise<FillInSection> => {
  const { sql, cipher, parameters } = source;
  const layout = layoutOf(parameters, kind, { on, division: county });
  // What was confirmed this month begins with the next.
  const { rows: starts } = await sql.query<{ month: string | null }>(
    'select max(from_month) as month from entitlement where case_id = $1::uuid and superseded_by is null',
    [caseId],
  );
  const month = [monthOf(on), starts[0]?.month ?? ''].sort().at(-1)!;
  const rows = await recordsOf(source, kind, { county, caseId, from: '0001-01-01', to: on, month });
  const receipted = await receiptedOf(sql, { county, kind, caseId });
  const contents = await contentsOf(
    { sql, cipher },
    [...receipted.values()].map(({ id }) => id),
  );
  const found = kind === 'decisions' ? decisionOf(rows, receipted) : membersOf(rows, receipted, contents);
  return {
    kind,
    layout,
    records: found.map(({ row, before, change }) => ({
      key: row.key,
      personId: row.personId,
      title: row.title,
      change,
      hash: row.hash,
      record: row.record,
      ...fieldsOf(layout, { ...row.record, change }, before && contents.get(before.id)),
      receipted: before ? { theirNumber: before.theirNumber, answeredOn: before.answeredOn } : null,
    })),
  };
};

// @clause 三(二) nothing is thought up twice: what is entered in the other system stands ready in its order
/** What is to be entered for a household, kind by kind in that system's order; kinds without content are left out. */
export const fillInOf = async (source: Source, asked: Asked): Promise<readonly FillInSection[]> => {
  const sections: FillInSection[] = [];
  for (const kind of fillInKinds) sections.push(await sectionOf(source, kind, asked));
  return sections.filter(({ records }) => records.length > 0);
};
