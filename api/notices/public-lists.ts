import { civilDateAt, startOfDay } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { programmes, type Programme } from '../../domain/lifecycle/programmes';
import { actorOf, type Context } from '../context';
import { townshipOf } from '../letters/paper';
import { isMinor } from './view';

/** A household as a query of a public list gives it. */
export interface ListedRow {
  readonly number: string;
  readonly programme: string;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly birthDate: string;
}

interface Question {
  readonly division: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Lists of a place for the public, one for each programme, drawn today; every household named is audited. */
export const publicLists = async <Row extends ListedRow, Told>(
  context: Context,
  { division, sql, values }: Question,
  tell: (row: Row) => Told,
) => {
  const on = civilDateAt(context.now().getTime());
  const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
    client.query<Row & { readonly [column: string]: unknown }>(sql, [...values]),
  );
  if (rows.length === 0) return [];
  context.audit.persons(rows.map(({ applicantId }) => applicantId));
  context.audit.detail('division', division);
  return [...new Set(rows.map(({ programme }) => programme))].map((programme) => ({
    programme: programmes[programme as Programme].official,
    office: townshipOf({ division }),
    place: nameOf(division),
    on,
    createdAt: startOfDay(on),
    rows: rows
      .filter((row) => row.programme === programme)
      .map((row) => ({
        caseNumber: row.number,
        applicantName: row.applicantName,
        applicantMinor: isMinor(row, on),
        ...tell(row),
      })),
  }));
};
