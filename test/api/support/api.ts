import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { createApp } from '../../../api/app';
import { usualLimits, type Deps, type Limits } from '../../../api/deps';
import type { Engine } from '../../../api/engine';
import { createLogger } from '../../../api/http/log';
import { createLive } from '../../../api/live/live';
import type { Operation } from '../../../api/operation';
import { operations as allOperations } from '../../../api/operations';
import { hashPassword } from '../../../api/session/passwords';
import { startSession } from '../../../api/session/sessions';
import type { Role } from '../../../domain/lifecycle/roles';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileStore } from '../../../store/files';
import { createPrinter } from '../../../store/pdf/print';
import { createPayloadCodec } from '../../../store/engine/payload-codec';
import { createRulebook, type Rulebook } from '../../../store/rulebook';
import { testKeyRing } from '../../support/key-ring';
import { createClient, type Client } from './client';
import { openTestStore, type TestStore } from './store';

interface Held {
  readonly role: Role;
  readonly division: string;
}

export interface Member {
  readonly id: string;
  readonly login: string;
  readonly password: string;
  readonly appointmentIds: readonly string[];
}

/** A running application on a database of its own, with a clock that the test moves. */
export interface Api<Name extends string = keyof typeof allOperations> {
  readonly app: Express;
  readonly call: Client<Name>;
  readonly store: Deps['store'];
  readonly rulebook: Rulebook;
  readonly logger: Logger;
  readonly clock: { now(): Date; advance(ms: number): void };
  /** Where its files lie. */
  readonly directory: string;
  /** Everything logged so far. */
  log(): string;
  /** As the owner of the database, round every policy. */
  sql: TestStore['sql'];
  readonly workerUrl: string;
  readonly ownerUrl: string;
  addStaff(appointments: readonly Held[]): Promise<Member>;
  /** A session token under the first appointment. */
  tokenOf(member: Pick<Member, 'id' | 'appointmentIds'>): Promise<string>;
  /** A new person with one appointment, logged in. */
  as(role: Role, division: string): Promise<string>;
  breakDatabase(): Promise<void>;
  stop(): Promise<void>;
}

interface Options<Name extends string> {
  readonly limits?: Limits;
  readonly exportRows?: number;
  readonly operations?: Readonly<Record<Name, Operation>>;
  readonly engine?: Engine;
  /** Where the clock begins. */
  readonly startAt?: number;
  readonly temporalUiUrl?: string;
}

const PASSWORD = 'Test-password-1';
const hashed = hashPassword(PASSWORD);

const noEngine = {
  taskQueue: 'none',
  health: () => Promise.resolve({ reachable: false, workers: 0 }),
  close: () => Promise.resolve(),
} as unknown as Engine;

const createClock = (startAt = Date.parse('2026-06-15T02:00:00Z')) => {
  let ms = startAt;
  return { now: () => new Date(ms), advance: (by: number) => void (ms += by) };
};

export const startApi = async <Name extends string = keyof typeof allOperations>(
  options: Options<Name> = {},
): Promise<Api<Name>> => {
  const { store, sql, workerUrl, ownerUrl, breakDatabase, close } = await openTestStore();
  const directory = mkdtempSync(join(tmpdir(), 'doudi-api-'));
  const clock = createClock(options.startAt);
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  const rulebook = createRulebook();
  const operations = options.operations ?? (allOperations as unknown as Readonly<Record<Name, Operation>>);
  const live = createLive({ store, now: clock.now, logger });
  const deps: Deps = {
    store,
    live,
    payloadCodec: createPayloadCodec(testKeyRing().payloads),
    ...(options.temporalUiUrl ? { temporalUiUrl: options.temporalUiUrl } : {}),
    rulebook,
    files: createFileStore({ directory, cipher: store.cipher }),
    printer: createPrinter(),
    engine: options.engine ?? noEngine,
    logger,
    now: clock.now,
    limits: options.limits ?? { ...usualLimits, failedLogins: 1000 },
    ...(options.exportRows !== undefined && { exportRows: options.exportRows }),
  };
  const app = createApp(deps, operations);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = createClient(server, operations);

  const addStaff = async (appointments: readonly Held[]): Promise<Member> => {
    const [id, login] = [randomUUID(), `person.${randomUUID().slice(0, 8)}`];
    await sql(
      `insert into staff (id, login, name, password_hash) values ('${id}', '${login}', '测试人员', '${await hashed}')`,
    );
    const appointmentIds = appointments.map(() => randomUUID());
    for (const [index, { role, division }] of appointments.entries()) {
      await sql(
        `insert into appointment (id, staff_id, role, division, valid_from)
         values ('${appointmentIds[index]}', '${id}', '${role}', '${division}', '2020-01-0${index + 1}')`,
      );
    }
    return { id, login, password: PASSWORD, appointmentIds };
  };
  const tokenOf: Api['tokenOf'] = ({ id, appointmentIds }) =>
    store.withScope(undefined, async (tx) => (await startSession(tx, id, appointmentIds[0]!, clock.now())).token);

  return {
    app,
    // No two requests come at one instant: nothing that is ordered by time is ordered by chance.
    call: (name, sent) => {
      clock.advance(1);
      return client(name, sent);
    },
    store,
    rulebook,
    logger,
    clock,
    log: () => lines.join(''),
    sql,
    workerUrl,
    ownerUrl,
    addStaff,
    tokenOf,
    as: async (role, division) => tokenOf(await addStaff([{ role, division }])),
    breakDatabase,
    directory,
    async stop() {
      server.closeAllConnections();
      server.close();
      await live.close();
      await close();
      rmSync(directory, { recursive: true });
    },
  };
};
