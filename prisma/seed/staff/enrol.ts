import { hash } from '@node-rs/argon2';
import { roles } from '../../../domain/lifecycle/roles';
import { uuidOf } from '../../../store/uuid';
import type { SeedDeps } from '../telling/deps';
import { roster } from './roster';

/** Of the demo alone; printed by npm start. */
export const DEMO_PASSWORD = 'Doudi-demo-2022';
const SINCE = '2021-01-01';

/** Accounts with their appointments; who is there stays as they are, their password too. */
export const enrolStaff = async ({ store }: Pick<SeedDeps, 'store'>): Promise<number> => {
  const passwordHash = await hash(DEMO_PASSWORD);
  const created = await store.prisma.staff.createMany({
    data: roster.map(({ id, login, name }) => ({ id, login, name, passwordHash })),
    skipDuplicates: true,
  });
  await store.prisma.appointment.createMany({
    data: roster.map(({ id, role, division }) => ({
      id: uuidOf(id, 'appointment'),
      staffId: id,
      role,
      division,
      validFrom: SINCE,
    })),
    skipDuplicates: true,
  });
  return created.count;
};

export interface DemoLogin {
  readonly role: string;
  readonly label: string;
  readonly login: string;
  readonly password: string;
}

/** One log-in of each role, the first on the roster. */
export const demoLogins = (): readonly DemoLogin[] => {
  const first = new Map(roster.toReversed().map((account) => [account.role, account]));
  const shown = roster.filter((account) => first.get(account.role) === account);
  return shown.map(({ role, login }) => ({ role, label: roles[role].label, login, password: DEMO_PASSWORD }));
};
