import {
  expenseColumns,
  householdColumns,
  incomeColumns,
  memberColumns,
  type HouseholdCells,
  type MemberCells,
} from './columns';
import { BadCell, money, type Reader } from './cells';
import type { Tell } from './findings';
import type { Member } from './household';
import type { Row } from './read-rows';

type Incomes = readonly {
  readonly member: string;
  readonly kind: (typeof incomeColumns)[number]['kind'];
  readonly amount: string;
  readonly per: 'month' | 'year';
}[];
type Expenses = readonly {
  readonly member: string;
  readonly kind: (typeof expenseColumns)[number]['kind'];
  readonly amount: string;
  readonly per: 'month' | 'year';
}[];

const readCell = <Value>(row: Row, title: string, read: Reader<Value>, tell: Tell): Value | undefined => {
  const cell = row.cell(title);
  if (cell === '') return undefined;
  try {
    return read(cell);
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    tell(row.line, title, error.message);
    return undefined;
  }
};

type Columns = typeof householdColumns | typeof memberColumns;

const readColumns = (columns: Columns, row: Row, tell: Tell): object =>
  Object.fromEntries(
    Object.entries(columns).map(([field, { title, read }]) => [field, readCell<unknown>(row, title, read, tell)]),
  );

export const readHouseholdCells = (row: Row, tell: Tell): HouseholdCells =>
  readColumns(householdColumns, row, tell) as HouseholdCells;

const sums = <Kind extends string>(
  columns: readonly { title: string; kind: Kind; per: 'month' | 'year' }[],
  row: Row,
  ref: string,
  tell: Tell,
) =>
  columns.flatMap(({ title, kind, per }) => {
    const amount = readCell(row, title, money, tell);
    return amount === undefined || /^0+(\.0+)?$/.test(amount) ? [] : [{ member: ref, kind, amount, per }];
  });

export interface MemberLine {
  readonly member: Member;
  readonly incomes: Incomes;
  readonly expenses: Expenses;
  readonly beneficiary: boolean | undefined;
}

const memberOf = (cells: MemberCells, ref: string): Member => ({
  ref,
  name: cells.name ?? '',
  relation: cells.applicant ? 'applicant' : (cells.relation ?? 'other'),
  ...(cells.idNumber && { idNumber: cells.idNumber }),
  ...(cells.grade && { disability: { grade: cells.grade, ...(cells.disability && { category: cells.disability }) } }),
  ...(cells.certificate && { disabilityCertificate: cells.certificate }),
  ...(cells.illness && { seriousIllness: true }),
  ...(cells.study && { student: { level: cells.study } }),
  ...(cells.labour && { labour: cells.labour }),
  ...(cells.employment && { employment: cells.employment }),
});

/** One line as a person with their sums. */
export const readMember = (row: Row, ref: string, tell: Tell): MemberLine => {
  const cells = readColumns(memberColumns, row, tell) as MemberCells;
  for (const field of ['name', 'idNumber', 'relation'] as const) {
    if (row.cell(memberColumns[field].title) === '')
      tell(row.line, memberColumns[field].title, `请填写${memberColumns[field].title}`);
  }
  if (cells.disability && !cells.grade && !cells.certificate)
    tell(row.line, memberColumns.grade.title, '填写了残疾类别的,请填写残疾等级');
  return {
    member: memberOf(cells, ref),
    incomes: sums(incomeColumns, row, ref, tell),
    expenses: sums(expenseColumns, row, ref, tell),
    beneficiary: cells.beneficiary,
  };
};
