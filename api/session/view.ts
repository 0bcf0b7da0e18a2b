import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import { roles, type Role } from '../../domain/lifecycle/roles';
import type { Actor } from '../actor';
import type { Tx } from '../deps';
import { permissionsOf } from '../permissions';
import { inForce } from './sessions';

export const AppointmentView = z
  .object({
    id: z.uuid(),
    role: z.string(),
    roleLabel: z.string(),
    division: z.string(),
    divisionName: z.string(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
  })
  .meta({ id: 'Appointment', description: '任职:在某一行政区划担任某一角色' });

export const SessionView = z
  .object({
    staffId: z.uuid(),
    name: z.string(),
    current: AppointmentView.meta({ description: '当前使用的任职' }),
    appointments: z.array(AppointmentView).meta({ description: '现有任职,可切换' }),
    permissions: z.array(z.string()).meta({ description: '当前任职可用的权限' }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Session' });

export const LoggedIn = SessionView.extend({
  token: z.string().meta({ description: '供程序调用时放在 Authorization: Bearer 之后;浏览器用 Cookie' }),
}).meta({ id: 'LoggedIn' });

interface AppointmentRow {
  readonly id: string;
  readonly role: string;
  readonly division: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const appointmentView = ({
  id,
  role,
  division,
  validFrom,
  validTo,
}: AppointmentRow): z.output<typeof AppointmentView> => ({
  id,
  role,
  roleLabel: roles[role as Role]?.label ?? role,
  division,
  divisionName: nameOf(division),
  validFrom,
  validTo,
});

export const appointmentsOf = (tx: Tx, staffId: string, now: Date) =>
  tx.appointment.findMany({ where: { staffId, ...inForce(now) }, orderBy: [{ validFrom: 'asc' }, { id: 'asc' }] });

export const sessionView = async (
  tx: Tx,
  actor: Pick<Actor, 'staffId' | 'name' | 'appointmentId' | 'role' | 'division'>,
  expiresAt: Date,
  now: Date,
): Promise<z.output<typeof SessionView>> => {
  const appointments = (await appointmentsOf(tx, actor.staffId, now)).map(appointmentView);
  return {
    staffId: actor.staffId,
    name: actor.name,
    current: appointments.find(({ id }) => id === actor.appointmentId)!,
    appointments,
    permissions: permissionsOf(actor),
    expiresAt: expiresAt.toISOString(),
  };
};

export const exampleAppointment = {
  id: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a01',
  role: 'townshipClerk',
  roleLabel: '乡镇经办人',
  division: '530581001',
  divisionName: '腾越街道',
  validFrom: '2022-01-01',
  validTo: null,
};

export const exampleSession = {
  staffId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  name: '示例经办',
  current: exampleAppointment,
  appointments: [exampleAppointment],
  permissions: ['session.own', 'division.read'],
  expiresAt: '2022-07-01T12:00:00.000Z',
};
