import type { CivilDate, CivilMonth } from '../../domain/civil-date';
import type { Sql } from '../sql';

/**
 * Writes what each county's households will be paid in the coming months: what they are entitled to, with every end that is
 * known (the end of a gradual exit too), less what is on its way or paid; what earlier months still owe comes with the first.
 */
export const writeForecast = async (
  client: Sql,
  {
    counties,
    from,
    months,
    today,
  }: { counties: readonly string[]; from: CivilMonth; months: number; today: CivilDate },
): Promise<void> => {
  await client.query('delete from fund_forecast');
  await client.query(
    `with coming as (
       select month_text(n) as month from generate_series(month_number($1), month_number($1) + $2 - 1) n
     ), placed as materialized (
       select e.programme, e.from_month, e.to_month, e.monthly_fen,
         left(coalesce((select d.division from case_division d where d.case_id = c.id and d.from_month <= $1
           order by d.from_month desc limit 1), c.division), 6) as county
       from entitlement e join "case" c on c.id = e.case_id
       where e.superseded_by is null and e.monthly_fen > 0 and coalesce(e.to_month, $1) >= $1
     ), entitled as (
       select p.county, p.programme, m.month, sum(p.monthly_fen) as fen from placed p
       join coming m on p.from_month <= m.month and coalesce(p.to_month, m.month) >= m.month group by 1, 2, 3
     ), spent as (
       select county, programme, month, sum(fen) as fen from payment_line
       where month >= $1 and kind in ('regular', 'difference') and line_spends(state) group by 1, 2, 3
     ), owed as (
       select county, programme, $1 as month, sum(fen) as fen from payment_line
       where month < $1 and state in ('pending', 'held', 'failed') group by 1, 2
     ), counted as (
       select county, programme, month, sum(fen) as fen from (
         select county, programme, month, fen from entitled
         union all select county, programme, month, -fen from spent
         union all select county, programme, month, fen from owed) parts
       group by 1, 2, 3
     )
     insert into fund_forecast (county, programme, month, fen, computed_on)
     select county, programme, month, greatest(0, fen), $3 from counted
     where county = any ($4::text[]) and month in (select month from coming)`,
    [from, months, today, counties],
  );
};

export interface NeedRow {
  readonly county: string;
  readonly programme: string;
  readonly month: CivilMonth;
  readonly fen: string;
}

export interface RoomRow {
  readonly county: string;
  readonly programme: string;
  readonly year: number;
  readonly fen: string;
}

/** What counties below a division need, in order of county, programme and month. */
export const needsBelow = async (client: Sql, division: string): Promise<readonly NeedRow[]> =>
  (
    await client.query<NeedRow>(
      `select county, programme, month, fen::text as fen from fund_forecast where county >= $1 and county < $1 || ':'
       order by county, programme, month`,
      [division],
    )
  ).rows;

/**
 * What has arrived there and is not drawn, by year. A coming year with nothing but what was carried into it has no budget
 * yet: how far its money will reach cannot be said.
 */
export const roomsBelow = async (client: Sql, division: string, today: CivilDate): Promise<readonly RoomRow[]> =>
  (
    await client.query<RoomRow>(
      `select division as county, programme, year, sum(arrived_fen + returned_fen - drawn_fen)::text as fen from budget_line
       where length(division) = 6 and division >= $1 and division < $1 || ':' group by 1, 2, 3
       having year <= $2::int or sum(allocated_fen - carried_in_fen) > 0`,
      [division, Number(today.slice(0, 4))],
    )
  ).rows;
