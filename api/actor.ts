import { AppError } from '../domain/errors';
import type { Role } from '../domain/lifecycle/roles';
import { covers } from './permissions';

/** A member of staff acting under one appointment, chosen at log-in and switchable. */
export interface Actor {
  readonly staffId: string;
  readonly name: string;
  readonly appointmentId: string;
  readonly role: Role;
  /** 2, 4, 6, 9 or 12 digits: everything that begins with them is in reach. */
  readonly division: string;
  readonly sessionId: string;
}

/** @throws AppError forbidden when the division lies outside the actor's own. */
export const requireWithin = (actor: Actor, division: string): void => {
  if (!covers(actor, division)) {
    throw new AppError('forbidden', `行政区划${division || '(全国)'}不在您当前任职的辖区内;请切换任职或由上级办理`);
  }
};
