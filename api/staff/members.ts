import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { findDivision } from '../../domain/divisions';
import { levelDigits, levelOf, roles, type Level, type Role } from '../../domain/lifecycle/roles';
import type { Actor } from '../actor';
import type { Tx } from '../deps';
import { id } from '../fields';
import { covers } from '../permissions';
import { inForce } from '../session/sessions';
import { appointmentView, AppointmentView, exampleAppointment } from '../session/view';

export const staffParams = z.strictObject({ staffId: id('人员') });

export const StaffView = z
  .object({
    id: z.uuid(),
    login: z.string(),
    name: z.string(),
    active: z.boolean(),
    lockedUntil: z.iso.datetime().nullable(),
    appointments: z.array(AppointmentView),
  })
  .meta({ id: 'Staff' });

export const exampleStaffId = '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00';
export const exampleStaff = {
  id: exampleStaffId,
  login: 'clerk.tengyue',
  name: '示例经办',
  active: true,
  lockedUntil: null,
  appointments: [exampleAppointment],
};

const nobody: readonly Role[] = ['system', 'partner', 'citizen'];

/** Roles that a person can be appointed to; the system and partner platforms are no persons, citizens have no account. */
export const appointable = (Object.keys(roles) as Role[]).filter((role) => !nobody.includes(role)) as [Role, ...Role[]];

/** Levels at which an appointment to a role makes sense. */
const levelsOf: Readonly<Record<'township' | 'county' | 'any', readonly Level[]>> = {
  township: ['township', 'village'],
  county: ['county'],
  any: Object.keys(levelDigits) as Level[],
};

const wrong = (path: string, message: string) => new AppError('invalidInput', message, { fields: [{ path, message }] });

/** @throws AppError invalidInput when the place is unknown or the role is not held at its level. */
export const requireFitting = (role: Role, division: string): void => {
  if (!findDivision(division)) throw wrong('division', `没有行政区划${division},请从行政区划列表中选择`);
  if (!levelsOf[roles[role].level].includes(levelOf(division))) {
    throw wrong(
      'division',
      `${roles[role].label}应任职于${roles[role].level === 'county' ? '县级(6位代码)' : '乡镇(9位代码)或村(12位代码)'}`,
    );
  }
};

type Held = readonly { readonly role: string; readonly division: string }[];

/** Who administers accounts decides no cases: the two are never in one person's hands at the same time. */
export const requireCompatible = (held: Held, role: Role): void => {
  const both = [...held.map((appointment) => appointment.role), role];
  if (both.includes('administrator') && both.some((one) => one !== 'administrator')) {
    throw new AppError('conflict', '管理员不能兼任其他岗位;请先结束原有任职,或另设账号');
  }
};

/** A member of staff whom the administrator may manage: every appointment in force lies within the own division. */
export const requireManageable = async (tx: Tx, actor: Actor, staffId: string, now: Date) => {
  const staff = await tx.staff.findUnique({ where: { id: staffId }, include: { appointments: true } });
  if (!staff || !staff.appointments.some(({ division }) => covers(actor, division))) {
    throw new AppError('notFound', '没有找到这名人员,可能不在您的辖区内');
  }
  if (staff.id === actor.staffId) throw new AppError('forbidden', '不能管理自己的账号;请由其他管理员办理');
  const held = await tx.appointment.findMany({ where: { staffId, ...inForce(now) } });
  if (!held.every(({ division }) => covers(actor, division))) {
    throw new AppError('forbidden', '这名人员在您的辖区以外也有任职;请由上级管理员办理');
  }
  return { staff, held };
};

interface StaffRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly active: boolean;
  readonly lockedUntil: Date | null;
  readonly appointments: Parameters<typeof appointmentView>[0][];
}

export const staffView = (row: StaffRow): z.output<typeof StaffView> => ({
  id: row.id,
  login: row.login,
  name: row.name,
  active: row.active,
  lockedUntil: row.lockedUntil?.toISOString() ?? null,
  appointments: row.appointments.map(appointmentView),
});
