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
  /** Since when it lies at this office. */
  readonly hereSince: string;
  /** What of the movement has not gone on yet. */
  readonly fen: bigint;
}

/**
 * What each clock begins with and what ends it, by office, programme, year and source; the money that came first goes first.
 * An office's own budget is passed on when it likes, and the central government's entries are not made here. Money that was
 * carried into a later year is as old as its arrival there and then. What lies still is as old as the money itself, whichever
 * offices it has passed through and years it was carried over.
 */
const OPEN = `
  with begun (kind, division, concerns, programme, year, source, movement_id, since, fen) as (
    select 'passDown', to_division, to_division, programme, year, source, id, on_date, fen from fund_movement_in_force
      where kind = 'allocation' and from_division <> to_division and length(to_division) < 6
    union all
    select 'passDown', b.division, b.division, b.programme, b.year, b.source, e.came_id, e.came_on, sum(e.fen)
      from fund_movement_in_force c join fund_lot_entry e on e.cause_id = c.id and e.fen > 0 join budget_line b on b.id = e.place_id
      join fund_movement a on a.id = e.came_id and a.from_division <> a.to_division
      where c.kind = 'carry' and length(b.division) < 6 group by b.id, e.came_id, e.came_on
    union all
    select 'arrival', from_division, to_division, programme, year, source, id, on_date, fen from fund_movement_in_force
      where kind = 'allocation' and from_division not in ('', to_division)
  ), ended (kind, division, concerns, programme, year, source, fen) as (
    select 'passDown', division, division, programme, year, source, given_fen + carried_out_fen + handed_back_fen from budget_line
    union all
    select 'arrival', from_division, to_division, programme, year, source, sum(fen) from fund_movement_in_force
      where kind = 'arrival' group by 2, 3, 4, 5, 6
  ), counted as (
    select b.*, least(b.fen, greatest(0,
        sum(b.fen) over (partition by b.kind, b.division, b.concerns, b.programme, b.year, b.source order by b.since, b.movement_id)
        - coalesce(e.fen, 0)))::bigint as open_fen
    from begun b left join ended e using (kind, division, concerns, programme, year, source)
  ), running as (
    select kind, division, concerns, programme, year, source, movement_id, since, since as here_since, open_fen from counted where open_fen > 0
    union all
    select 'idle', b.division, b.division, b.programme, b.year, b.source, l.lot_id, l.since, min(l.came_on), sum(l.fen)
      from budget_line b cross join lateral budget_lots(b) l group by b.id, l.lot_id, l.since
  )
  select kind, division, concerns, programme, year, source, movement_id::text as "movementId", since, here_since as "hereSince",
    open_fen::text as fen from running`;

/** Every clock that runs, of all offices: for the daily tick. */
export const openClocks = async (client: Sql): Promise<readonly OpenClock[]> => {
  const { rows } = await client.query<Omit<OpenClock, 'fen'> & { readonly fen: string }>(
    `${OPEN} order by since, movement_id`,
  );
  return rows.map((row) => ({ ...row, fen: BigInt(row.fen) }));
};
