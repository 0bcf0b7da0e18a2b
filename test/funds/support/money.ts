import type { Client } from 'pg';

interface Movement {
  readonly kind: 'allocation' | 'release' | 'arrival' | 'carry' | 'handBack';
  readonly programme: string;
  readonly year: number;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly fen: bigint;
  readonly on: string;
}

/** A movement between two offices, as if entered and checked; its id. */
export const move = async (
  owner: Client,
  { kind, programme, year, source, from, to, fen, on }: Movement,
): Promise<string> => {
  const { rows } = await owner.query<{ id: string }>(
    `insert into fund_movement (id, kind, programme, year, source, from_division, to_division, entered_by, fen, document_number, on_date,
       state, maker_id, created_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $6, $7, gen_random_uuid()::text, $8, 'approved', gen_random_uuid(), clock_timestamp())
     returning id`,
    [kind, programme, year, source, from, to, fen.toString(), on],
  );
  return rows[0]!.id;
};

/** Money from one office to the next, as both enter it; from outside as the office that gets it does. */
export const pass = async (owner: Client, money: Omit<Movement, 'kind'>): Promise<void> => {
  for (const kind of ['allocation', 'release', 'arrival'] as const)
    if (kind !== 'release' || !['', money.to].includes(money.from)) await move(owner, { ...money, kind });
};

/** Takes a movement back, as if entered and checked. */
export const takeBack = (owner: Client, id: string) =>
  owner.query(
    `insert into fund_movement (id, kind, programme, year, source, from_division, to_division, entered_by, fen, document_number, on_date,
       reverses, state, maker_id, created_at)
     select gen_random_uuid(), kind, programme, year, source, from_division, to_division, entered_by, fen, document_number, on_date,
       id, 'approved', maker_id, clock_timestamp() from fund_movement where id = $1`,
    [id],
  );

interface Money {
  readonly division: string;
  readonly programme: string;
  readonly year: number;
  readonly source: string;
  readonly fen: bigint;
  readonly on?: string;
}

const givers: Readonly<Record<string, number>> = { central: 4, provincial: 4, prefecture: 4, county: 6 };

/** Money of a county, allocated and arrived on a day. */
export const enterMoney = async (owner: Client, { division, on, ...money }: Money): Promise<void> => {
  const ends = { from: division.slice(0, givers[money.source]), to: division, on: on ?? `${money.year}-01-01` };
  for (const kind of ['allocation', 'arrival'] as const) await move(owner, { ...money, ...ends, kind });
};

/** What is drawn, by source, asked of the budget lines and of the payment lines: the same. */
export const spendingOf = async (owner: Client, county: string): Promise<Readonly<Record<string, bigint>>> => {
  const { rows } = await owner.query<{ source: string; drawn: string; spent: string }>(
    `select b.source, sum(b.drawn_fen) as drawn, sum(coalesce((select sum(l.fen - l.withheld_fen) from payment_line l
       where l.budget_line_id = b.id and l.state in ('sent', 'uncertain', 'paid')), 0)) as spent
     from budget_line b where b.division = $1 group by b.source order by b.source`,
    [county],
  );
  for (const { source, drawn, spent } of rows)
    if (drawn !== spent) throw new Error(`${source}: drawn ${drawn}, spent ${spent}`);
  return Object.fromEntries(rows.map(({ source, drawn }) => [source, BigInt(drawn)]));
};
