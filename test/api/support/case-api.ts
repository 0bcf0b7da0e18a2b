import { randomUUID } from 'node:crypto';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../../activities/create-activities';
import type { ApplicationInput } from '../../../api/cases/application/schema';
import type { CaseAnswer } from '../../../api/cases/views/schema';
import { connectEngine, type Engine } from '../../../api/engine';
import type { Role } from '../../../domain/lifecycle/roles';
import { createStore, type Store } from '../../../store/client';
import { createDataConverter } from '../../../store/engine/data-converter';
import { createRulebook } from '../../../store/rulebook';
import { testKeyRing } from '../../support/key-ring';
import { createPeople } from '../../support/people';
import { devEngine } from '../../support/dev-engine';
import { builtWorkflows } from '../../support/time-skipping';
import { startApi, type Api } from './api';
import type { Got } from './client';
import { testFiles } from '../../support/test-files';

export const TOWNSHIP = '530581001';
export const COUNTY = '530581';

/** The people of one office and its county, each with an account, by what they do. */
export type Team = Readonly<Record<'clerk' | 'colleague' | 'head' | 'dataDesk' | 'reviewer' | 'approver', string>>;

export interface CaseApi {
  readonly api: Api;
  readonly workerStore: Store;
  readonly engine: Engine;
  readonly team: Team;
  /** The staff id behind a token of the team. */
  idOf(who: keyof Team): string;
  readonly people: ReturnType<typeof createPeople>;
  /** The product's worker; runs until it is stopped. */
  work(): Promise<{ stop(): Promise<void> }>;
  application(more?: Partial<ApplicationInput>): ApplicationInput;
  /** A case by way of the API, as the clerk. */
  submit(more?: Partial<ApplicationInput>): Promise<CaseAnswer>;
  /** One action of the stage or of a matter on the version as it is now. */
  act(
    token: string,
    caseId: string,
    action: string,
    input?: object,
    more?: { key?: string; version?: number; owner?: string },
  ): Promise<Got>;
  read(caseId: string, token?: string): Promise<CaseAnswer>;
  readonly client: Awaited<ReturnType<typeof devEngine>>['client'];
  close(): Promise<void>;
}

const posts: Readonly<Record<keyof Team, readonly [Role, string]>> = {
  clerk: ['townshipClerk', TOWNSHIP],
  colleague: ['townshipClerk', TOWNSHIP],
  head: ['townshipApprover', TOWNSHIP],
  dataDesk: ['countyDataDesk', COUNTY],
  reviewer: ['countyReviewer', COUNTY],
  approver: ['countyApprover', COUNTY],
};

const createTeam = async (api: Api): Promise<{ team: Team; ids: ReadonlyMap<string, string> }> => {
  const ids = new Map<string, string>();
  const team: Record<string, string> = {};
  for (const [who, [role, division]] of Object.entries(posts)) {
    const member = await api.addStaff([{ role, division }]);
    ids.set(who, member.id);
    team[who] = await api.tokenOf(member);
  }
  return { team: team as unknown as Team, ids };
};

/** The API with a real engine: the application, a database, Temporal, and a worker when the test wants one. */
export const startCaseApi = async ({ stepPatienceMs = 10_000, working = true } = {}): Promise<CaseApi> => {
  const address = process.env['TEST_TEMPORAL_ADDRESS'] ?? '';
  const dev = await devEngine();
  const dataConverter = createDataConverter(testKeyRing().payloads);
  const engine = connectEngine({ address, namespace: dev.namespace, dataConverter, stepPatienceMs });
  const api = await startApi({ engine, startAt: Date.now(), limits: { general: 100_000, failedLogins: 1000 } });
  const workerStore = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  const { team, ids } = await createTeam(api);
  const people = createPeople(530_581);
  const native = await NativeConnection.connect({ address });
  const bundle = builtWorkflows();
  const stops = new Set<() => Promise<void>>();

  const work: CaseApi['work'] = async () => {
    const worker = await Worker.create({
      connection: native,
      namespace: dev.namespace,
      taskQueue: dev.taskQueue,
      workflowBundle: bundle,
      activities: createActivities({ store: workerStore, rulebook: createRulebook(), files: testFiles(workerStore) }),
      dataConverter,
    });
    const done = worker.run();
    const stop = async (): Promise<void> => {
      if (!stops.delete(stop)) return;
      worker.shutdown();
      await done;
    };
    stops.add(stop);
    return { stop };
  };
  if (working) await work();

  const application: CaseApi['application'] = (more = {}) => {
    const [husband, wife] = [
      people.next({ birthDate: '1975-05-15', sex: 'male' }),
      people.next({ birthDate: '1977-03-02', sex: 'female' }),
    ];
    return {
      programme: 'dibao',
      division: TOWNSHIP,
      area: 'urban',
      route: 'hukou',
      address: '测试路1号',
      applyingThrough: 'self',
      promise: true,
      members: [
        {
          ref: 'm1',
          name: husband.name,
          relation: 'applicant',
          idNumber: husband.idNumber,
          labour: 'partial',
          employment: 'flexible',
        },
        {
          ref: 'm2',
          name: wife.name,
          relation: 'spouse',
          idNumber: wife.idNumber,
          labour: 'none',
          seriousIllness: true,
        },
      ],
      applicant: 'm1',
      incomes: [{ member: 'm1', kind: 'wage', amount: '600', per: 'month' }],
      beneficiaryScope: 'wholeHousehold',
      ...more,
    };
  };
  const read: CaseApi['read'] = async (caseId, token = team.clerk) => {
    const got = await api.call('readCase', { token, params: { caseId } });
    expect(got.status).toBe(200);
    return got.body as unknown as CaseAnswer;
  };
  return {
    api,
    workerStore,
    engine,
    team,
    idOf: (who) => ids.get(who)!,
    people,
    work,
    application,
    client: dev.client,
    read,
    submit: async (more) => {
      const got = await api.call('submitCase', { token: team.clerk, body: { application: application(more) } });
      expect(got).toMatchObject({ status: 201 });
      return got.body as unknown as CaseAnswer;
    },
    act: async (token, caseId, action, input, { key = randomUUID(), version, owner } = {}) => {
      const seen = await read(caseId, token);
      const now = owner === undefined ? seen.stage.version : seen.matters.find(({ id }) => id === owner)?.version;
      const body = { expectedVersion: version ?? now ?? 0, ...(input && { input }) };
      return owner === undefined
        ? api.call('takeAction', { token, key, params: { caseId, action }, body })
        : api.call('takeMatterAction', { token, key, params: { caseId, matterId: owner, action }, body });
    },
    close: async () => {
      await Promise.all([...stops].map((stop) => stop()));
      await native.close();
      await engine.close();
      await dev.close();
      await workerStore.close();
      await api.stop();
    },
  };
};
