import type { FundAlertKind, FundAlertStage } from '../../domain/funds/clocks';
import type { CivilDate } from '../../domain/civil-date';
import type { Sql } from '../sql';

export interface FundAlertRow {
  readonly kind: FundAlertKind;
  readonly stage: FundAlertStage;
  readonly division: string;
  readonly concerns: string;
  readonly programme: string;
  readonly year: number;
  /** '' where it is about all sources together. */
  readonly source: string;
  readonly movementId?: string;
  readonly fen: bigint;
  readonly since: CivilDate;
  readonly dueOn: CivilDate;
}

const KEY = 'kind, division, concerns, programme, year, source';
const same = (a: string, b: string): string =>
  `(${KEY.split(', ')
    .map((column) => `${a}.${column}`)
    .join(', ')}) = (${KEY.split(', ')
    .map((column) => `${b}.${column}`)
    .join(', ')}) and ${a}.movement_id is not distinct from ${b}.movement_id`;

/** Makes the open alerts what was found: new ones are raised, known ones carried on, those whose ground has gone end. */
export const settleAlerts = async (client: Sql, found: readonly FundAlertRow[], today: CivilDate): Promise<void> => {
  const rows = JSON.stringify(
    found.map(({ movementId, fen, dueOn, ...row }) => ({
      ...row,
      movement_id: movementId ?? null,
      fen: fen.toString(),
      due_on: dueOn,
    })),
  );
  const table = `jsonb_to_recordset($1::jsonb) as f(kind text, stage text, division text, concerns text, programme text, year int,
    source text, movement_id uuid, fen bigint, since text, due_on text)`;
  await client.query(
    `update fund_alert a set ended_on = $2 where a.ended_on is null and not exists (select from ${table} where ${same('f', 'a')})`,
    [rows, today],
  );
  await client.query(
    `update fund_alert a set stage = f.stage, fen = f.fen, since = f.since, due_on = f.due_on from ${table}
     where a.ended_on is null and ${same('f', 'a')} and (a.stage, a.fen, a.since, a.due_on) is distinct from (f.stage, f.fen, f.since, f.due_on)`,
    [rows],
  );
  await client.query(
    `insert into fund_alert (id, ${KEY}, movement_id, stage, fen, since, due_on, raised_on)
     select gen_random_uuid(), ${KEY}, movement_id, stage, fen, since, due_on, $2 from ${table}
     on conflict (${KEY}, movement_id) where ended_on is null do nothing`,
    [rows, today],
  );
};
