import type { CivilDate } from '../../domain/civil-date';
import { standardsDue } from '../../domain/exchange/due';
import type { Parameters } from '../../domain/parameters/resolve';
import type { FieldCipher } from '../crypto';
import type { Sql } from '../sql';
import { hashOf } from './records';

interface Due {
  readonly county: string;
  readonly standard: string;
  readonly category: string;
  readonly from: CivilDate;
  readonly value: string;
  readonly unit: string;
  readonly hash: string;
}

/** Every standard that the other system must have had by this day, of each of the counties. */
const dueOf = (
  parameters: Parameters,
  cipher: FieldCipher,
  counties: readonly string[],
  on: CivilDate,
): readonly Due[] =>
  counties.flatMap((county) =>
    standardsDue(parameters, county, on).map(({ standard, category, from, record }) => ({
      county,
      standard,
      category,
      from,
      value: record['value'] ?? '',
      unit: record['unit'] ?? '',
      hash: hashOf(cipher, record),
    })),
  );

const DUE = `jsonb_to_recordset($1::jsonb) as d(county text, standard text, category text, "from" text, value text, unit text, hash text)`;

/** Not yet receipted with this very content, and not told yet. */
const RAISE = `
  insert into exchange_alert (id, system, county, standard, category, from_date, value, unit, content_hash, raised_on)
  select gen_random_uuid(), 'provincial', d.county, d.standard, d.category, d."from", d.value, d.unit, d.hash, $2 from ${DUE}
  where not exists (select from exchange_item i where i.county = d.county and i.kind = 'standards' and i.content_hash = d.hash
    and i.state = 'accepted')
  on conflict (county, standard, category, from_date, content_hash) do nothing`;

const END = `
  update exchange_alert a set ended_on = $2, ended_because = 'replaced'
  where a.ended_on is null and a.county = any($3::text[]) and not exists (
    select from ${DUE} where d.county = a.county and d.hash = a.content_hash)`;

// @clause 三(二) a standard that was not entered in the provincial system by its effective date is an alert
/** Looks at a day: raises what is missing, ends what was replaced. Level-triggered: the same day twice changes nothing. */
export const watchStandards = async (
  { sql, cipher, parameters }: { readonly sql: Sql; readonly cipher: FieldCipher; readonly parameters: Parameters },
  counties: readonly string[],
  on: CivilDate,
): Promise<void> => {
  const due = JSON.stringify(dueOf(parameters, cipher, counties, on));
  await sql.query(RAISE, [due, on]);
  await sql.query(END, [due, on, [...counties]]);
};
