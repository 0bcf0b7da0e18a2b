import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { civilDateAt } from '../../domain/civil-date';
import type { Role } from '../../domain/lifecycle/roles';
import type { Actor } from '../actor';
import type { Tx } from '../deps';

/** A session ends after 2 hours without a request and after 12 hours in any case. */
const IDLE_MS = 2 * 3_600_000;
const ABSOLUTE_MS = 12 * 3_600_000;
/** `last_seen_at` is written at most once a minute, so that reading costs no write. */
const TOUCH_MS = 60_000;

/** Only the hash is stored: who reads the table cannot log in with it. */
const hashOf = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(token).digest());

/** Appointments in force on the day of an instant. */
export const inForce = (now: Date) => {
  const today = civilDateAt(now.getTime());
  return { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] };
};

export const startSession = async (tx: Tx, staffId: string, appointmentId: string, now: Date) => {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS);
  const id = randomUUID();
  await tx.session.create({
    data: { tokenHash: hashOf(token), id, staffId, appointmentId, createdAt: now, lastSeenAt: now, expiresAt },
  });
  return { id, token, expiresAt };
};

interface Living {
  readonly id: string;
  readonly staffId: string;
  readonly lastSeenAt: Date;
  readonly name: string;
  readonly appointmentId: string;
  readonly role: Role;
  readonly division: string;
}

/** One statement, since every request asks it; none of these tables hangs on a division. */
const FIND = `
  select session.id, session.staff_id as "staffId", session.last_seen_at as "lastSeenAt", staff.name,
         appointment.id as "appointmentId", appointment.role, appointment.division
  from session
  join staff on staff.id = session.staff_id and staff.active
  join appointment on appointment.id = session.appointment_id and appointment.staff_id = session.staff_id
  where session.token_hash = $1 and session.revoked_at is null and session.expires_at > $2
    and session.last_seen_at > $3
    and appointment.valid_from <= $4 and (appointment.valid_to is null or appointment.valid_to >= $4)`;

/** The actor of a living session whose appointment still holds, or undefined. */
export const findSession = async (pool: Pool, token: string, now: Date): Promise<Actor | undefined> => {
  const idleSince = new Date(now.getTime() - IDLE_MS);
  const values = [hashOf(token), now, idleSince, civilDateAt(now.getTime())];
  const { rows } = await pool.query<Living>({ name: 'findSession', text: FIND, values });
  const living = rows[0];
  if (!living) return undefined;
  const { id, lastSeenAt, ...person } = living;
  if (now.getTime() - lastSeenAt.getTime() > TOUCH_MS)
    await pool.query('update session set last_seen_at = $1 where id = $2', [now, id]);
  return { ...person, sessionId: id };
};

/** Ends the named session, or all of a person but one. Answers how many ended. */
export const revokeSessions = async (
  tx: Tx,
  where: { readonly staffId: string; readonly id?: string | { readonly not: string } },
  now: Date,
): Promise<number> =>
  (await tx.session.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: now } })).count;

/** Which of the actors still have the session and the appointment they came with. */
export const livingSessions = async (
  tx: Tx,
  actors: readonly Pick<Actor, 'sessionId' | 'appointmentId'>[],
  now: Date,
): Promise<ReadonlySet<string>> => {
  const appointments = await tx.appointment.findMany({
    where: { id: { in: actors.map(({ appointmentId }) => appointmentId) }, ...inForce(now) },
    select: { id: true },
  });
  const rows = await tx.session.findMany({
    where: {
      id: { in: actors.map(({ sessionId }) => sessionId) },
      appointmentId: { in: appointments.map(({ id }) => id) },
      revokedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - IDLE_MS) },
      staff: { active: true },
    },
    select: { id: true, appointmentId: true },
  });
  const held = new Map(rows.map(({ id, appointmentId }) => [id, appointmentId]));
  return new Set(
    actors.filter((actor) => held.get(actor.sessionId) === actor.appointmentId).map(({ sessionId }) => sessionId),
  );
};
