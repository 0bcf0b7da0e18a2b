import type { CivilDate } from '../../domain/civil-date';
import type { Alert } from '../../domain/standards/alerts';
import type { Ask } from '../uplift/ask';
import { uuidOf } from '../uuid';

/** The alerts that stand today: new ones are raised, what holds again is ended, what comes back is open once more. */
export const keepAlerts = async (ask: Ask, alerts: readonly Alert[], today: CivilDate): Promise<void> => {
  const rows = alerts.map((alert) => ({
    ...alert,
    id: uuidOf('standard-alert', alert.division, alert.kind, alert.subject, alert.dueOn),
  }));
  await ask(
    `insert into standard_alert (id, division, kind, subject, due_on, sentence, raised_on)
     select r.id, r.division, r.kind, r.subject, r."dueOn", r.sentence, $2
     from jsonb_to_recordset($1::jsonb) as r (id uuid, division text, kind text, subject text, "dueOn" text, sentence text)
     on conflict (division, kind, subject, due_on) do update set sentence = excluded.sentence, ended_on = null`,
    [JSON.stringify(rows), today],
  );
  await ask(`update standard_alert set ended_on = $2 where ended_on is null and id <> all ($1::uuid[])`, [
    rows.map(({ id }) => id),
    today,
  ]);
};
