import type { FundClock } from '../../domain/funds/clocks';
import type { Sql } from '../sql';

/** Money that came to an office (or was promised by it) and has not gone on. */
export interface OpenClock {
  readonly kind: FundClock;
  /** Who must act. */
  readonly division: string;
  /** Who waits; the office itself where nobody does. */
  readonly concerns: string;
  readonly programme: string;
  readonly year: number;
  readonly source: string;
  readonly movementId: string;
  readonly since: string;
  /** What of the movement has not gone on yet. */
  readonly fen: bigint;
}

/**
 * What each clock begins with and what ends it, by office, programme, year and source; the money that came first goes first.
 * An office's own budget is passed on when it likes, and the central government's entries are not made here. Money that was
 * carried into a later year is as old as its arrival there and then.
 */
const OPEN = `
  with begun (kind, division, concerns, programme, year, source, movement_id, since, fen) as (
    select 'passDown', to_division, to_division, programme, year, source, id, on_date, fen from fund_movement_in_force
      where kind = 'allocation' and from_division <> to_division and length(to_division) < 6
    union all
    select 'passDown', division, division, programme, year, source, movement_id, since, fen from fund_carried
      where from_above and length(division) < 6
    union all
    select 'arrival', from_division, to_division, programme, year, source, id, on_date, fen from fund_movement_in_force
      where kind = 'allocation' and from_division not in ('', to_division)
    union all
    select 'idle', to_division, to_division, programme, year, source, id, on_date, fen from fund_movement_in_force where kind = 'arrival'
    union all
    select 'idle', division, division, programme, year, source, movement_id, since, fen from fund_carried
  ), ended (kind, division, concerns, programme, year, source, fen) as (
    select 'passDown', division, division, programme, year, source, given_fen + carried_out_fen + handed_back_fen from budget_line
    union all
    select 'arrival', from_division, to_division, programme, year, source, sum(fen) from fund_movement_in_force
      where kind = 'arrival' group by 2, 3, 4, 5, 6
    union all
    select 'idle', division, division, programme, year, source,
      carried_out_fen + handed_back_fen + greatest(0, case when length(division) = 6 then drawn_fen - returned_fen
        else released_fen - taken_back_fen end) from budget_line
  ), counted as (
    select b.*, least(b.fen, greatest(0,
        sum(b.fen) over (partition by b.kind, b.division, b.concerns, b.programme, b.year, b.source order by b.since, b.movement_id)
        - coalesce(e.fen, 0)))::bigint as open_fen
    from begun b left join ended e using (kind, division, concerns, programme, year, source)
  )
  select kind, division, concerns, programme, year, source, movement_id::text as "movementId", since, open_fen::text as fen
  from counted where open_fen > 0`;

/** Every clock that runs, of all offices: for the daily tick. */
export const openClocks = async (client: Sql): Promise<readonly OpenClock[]> => {
  const { rows } = await client.query<Omit<OpenClock, 'fen'> & { readonly fen: string }>(
    `${OPEN} order by since, movement_id`,
  );
  return rows.map((row) => ({ ...row, fen: BigInt(row.fen) }));
};
