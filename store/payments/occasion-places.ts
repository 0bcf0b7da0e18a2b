import type { CivilDate, CivilMonth } from '../../domain/civil-date';
import type { Sql } from '../sql';
import type { Occasion } from './occasion';

export interface OccasionPlace {
  readonly county: string;
  readonly programme: string;
}

/** Where somebody was in benefit in the month whom the occasion may pay. `$1`: month, `$2`: rates. */
const PLACES = `
  select county, programme from (
    select distinct left(coalesce((select d.division from case_division d where d.case_id = c.id and d.from_month <= $1
        order by d.from_month desc limit 1), c.division), 6) as county, c.programme
    from entitlement e join "case" c on c.id = e.case_id
    where e.superseded_by is null and e.from_month <= $1 and (e.to_month is null or e.to_month >= $1)) benefiting
  where (county, programme) in (
    select r.county, r.programme from jsonb_to_recordset($2::jsonb) as r(county text, programme text))`;

const placeValues = ({ month, rates }: Occasion): [CivilMonth, string] => [
  month,
  JSON.stringify(rates.map(({ county, programme }) => ({ county, programme }))),
];

/** The counties and programmes of an occasion for which no list has ever been opened. */
export const placesWithoutRun = async (client: Sql, occasion: Occasion): Promise<readonly OccasionPlace[]> => {
  const { rows } = await client.query<OccasionPlace & { county: string }>(
    `select county, programme from (${PLACES}) places where not exists (select from payment_run r
       where r.occasion_id = $3::uuid and r.county = places.county and r.programme = places.programme) order by 1, 2`,
    [...placeValues(occasion), occasion.id],
  );
  return rows;
};

/**
 * Notes the day of payment at a start of price linkage once every county and programme with recipients has sent its list
 * or had nobody to pay. Where another system pays a county, its office says so itself.
 */
export const noteStartPaid = async (client: Sql, occasion: Occasion, day: CivilDate): Promise<void> => {
  if (occasion.kind !== 'priceLinkage') return;
  await client.query(
    `update price_linkage_start set paid_on = $4 where id = $3::uuid and paid_on is null and not exists (
       select from (${PLACES}) places where not exists (select from payment_run r where r.occasion_id = $3::uuid
         and r.county = places.county and r.programme = places.programme and (r.released_at is not null or r.state = 'settled')))`,
    [...placeValues(occasion), occasion.id, day],
  );
};
