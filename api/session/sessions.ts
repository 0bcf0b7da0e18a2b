import { createHash, randomBytes, randomUUID } from 'node:crypto';
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

/** The actor of a living session whose appointment still holds, or undefined. */
export const findSession = async (tx: Tx, token: string, now: Date): Promise<Actor | undefined> => {
  const row = await tx.session.findUnique({ where: { tokenHash: hashOf(token) }, include: { staff: true } });
  const idleSince = now.getTime() - IDLE_MS;
  if (!row || row.revokedAt || row.expiresAt <= now || row.lastSeenAt.getTime() <= idleSince || !row.staff.active)
    return undefined;
  const appointment = await tx.appointment.findFirst({
    where: { id: row.appointmentId, staffId: row.staffId, ...inForce(now) },
  });
  if (!appointment) return undefined;
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_MS) {
    await tx.session.update({ where: { id: row.id }, data: { lastSeenAt: now } });
  }
  return {
    staffId: row.staffId,
    name: row.staff.name,
    appointmentId: appointment.id,
    role: appointment.role as Role,
    division: appointment.division,
    sessionId: row.id,
  };
};

/** Ends the named session, or all of a person but one. Answers how many ended. */
export const revokeSessions = async (
  tx: Tx,
  where: { readonly staffId: string; readonly id?: string | { readonly not: string } },
  now: Date,
): Promise<number> =>
  (await tx.session.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: now } })).count;
