import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { tickRecovery } from '../../../activities/recovery/tick';
import type { Recovery } from '../../../generated/prisma/client';
import { createStore, type Store } from '../../../store/client';
import type { Mismatch } from '../../../store/ledger/balances';
import { verifyLedger } from '../../../store/ledger/verify';
import { createRulebook } from '../../../store/rulebook';
import { startApi, type Api } from '../../api/support/api';
import type { Got } from '../../api/support/client';
import { goThrough, openRun } from '../../payment-history/support/run';
import { caseIdOf, populate, startPaying } from '../../payments/support/population';
import { testKeyRing } from '../../support/key-ring';

export const TOWNSHIP = '530581001';
export const COUNTY = '530581';
export const DAY_MS = 86_400_000;

type People = Readonly<Record<'clerk' | 'reviewer' | 'approver' | 'finance' | 'prefecture', string>>;

interface Plan {
  readonly state: string;
  readonly deduction: string | null;
  readonly covered: string;
  readonly unplanned: string;
  readonly instalments: readonly { readonly state: string }[];
}

export interface View {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly outstanding: string;
  readonly entries: readonly { readonly label: string; readonly amount: string }[];
  readonly withheld: readonly {
    readonly month: string;
    readonly planned: string;
    readonly withheld: string;
    readonly booked: string;
  }[];
  readonly plan: Plan | null;
  readonly newPlan: Plan | null;
  readonly formerPlans: readonly Plan[];
  readonly actions: readonly { readonly action: string; readonly refusal: string | null }[];
}

/** Three households that were paid 300 yuan for August, September and October 2026, and the people of a recovery. */
export interface RecoveryWorld {
  readonly api: Api;
  readonly worker: Store;
  readonly owner: Client;
  people: People;
  tick(date: string): Promise<void>;
  caseOf(n: number): Promise<string>;
  /** Stopped after a month by a decision made later. */
  stopFrom(caseId: string, lastMonth: string): Promise<unknown>;
  recoveries(): Promise<Recovery[]>;
  /** What the ledger has of recoveries, debit less credit. */
  balances(): Promise<Readonly<Record<string, number>>>;
  /** What the verification of the ledger finds wrong; the banks' answers themselves are left out here. */
  verified(): Promise<readonly Mismatch[]>;
  read(id: string): Promise<View>;
  act(who: keyof People, id: string, action: string, input?: object, version?: number): Promise<Got>;
  did(who: keyof People, id: string, action: string, input?: object): Promise<View>;
  /** A document of the case. */
  paper(caseId: string): Promise<string>;
  /** Found, verified, and the bank has answered with `returned` yuan. */
  toAgreeing(caseId: string, returned?: string): Promise<string>;
  stop(): Promise<void>;
}

export const startRecoveryWorld = async (): Promise<RecoveryWorld> => {
  const api = await startApi({ startAt: Date.parse('2026-10-20T02:00:00Z') });
  const worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  const owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  await populate(owner, { townships: [TOWNSHIP], count: 3, fromMonth: '2026-08' });
  await startPaying(worker, COUNTY, '2026-08');
  for (const month of ['2026-08', '2026-09', '2026-10'])
    await goThrough(worker, await openRun(worker, month), () => ({ state: 'paid' }));
  const world: RecoveryWorld = {
    api,
    worker,
    owner,
    people: {
      clerk: await api.as('townshipClerk', TOWNSHIP),
      reviewer: await api.as('countyReviewer', COUNTY),
      approver: await api.as('countyApprover', COUNTY),
      finance: await api.as('financeMaker', COUNTY),
      prefecture: await api.as('supervisor', '5305'),
    },
    tick: (date) => tickRecovery({ store: worker, rulebook: createRulebook() }, date),
    caseOf: (n) => caseIdOf(owner, TOWNSHIP, n),
    stopFrom: (caseId, lastMonth) =>
      owner.query(`update entitlement set to_month = $2 where case_id = $1`, [caseId, lastMonth]),
    recoveries: () => worker.prisma.recovery.findMany({ orderBy: { id: 'asc' } }),
    balances: async () => {
      const { rows } = await owner.query<{ account: string; fen: string }>(
        `select account, sum(fen) as fen from (
           select debit as account, fen from ledger_transfer where recovery_id is not null
           union all select credit, -fen from ledger_transfer where recovery_id is not null) moves
         group by account having sum(fen) <> 0`,
      );
      return Object.fromEntries(rows.map(({ account, fen }) => [account, Number(fen)]));
    },
    verified: async () => {
      const { mismatches } = await worker.withScopedClient(undefined, verifyLedger);
      return mismatches.filter(({ check }) => check !== 'unanswered');
    },
    read: async (recoveryId) => {
      const params = { recoveryId };
      return (await api.call('readRecovery', { token: world.people.reviewer, params })).body as unknown as View;
    },
    act: async (who, recoveryId, action, input = {}, version) => {
      api.clock.advance(1000);
      const expectedVersion = version ?? (await world.read(recoveryId)).version;
      const params = { recoveryId, action };
      return api.call('takeRecoveryAction', { token: world.people[who], params, body: { expectedVersion, input } });
    },
    did: async (who, id, action, input) => {
      const answer = await world.act(who, id, action, input);
      expect([answer.status, answer.body['detail']]).toEqual([200, undefined]);
      return answer.body as unknown as View;
    },
    paper: async (caseId) => {
      const id = randomUUID();
      const file = { mime: 'image/png', size: 1, sha256: '-', storageKey: id, uploadedAt: new Date() };
      await worker.prisma.document.create({ data: { id, caseId, kind: 'other', name: '协议.png', ...file } });
      return id;
    },
    toAgreeing: async (caseId, returned = '0') => {
      await world.tick('2026-10-20');
      const { id } = await worker.prisma.recovery.findFirstOrThrow({ where: { caseId } });
      await world.did('reviewer', id, 'verify', { fault: 'office', note: '停保决定迟到两个月' });
      await world.did('finance', id, 'recordBankAnswer', { amount: returned, on: '2026-10-19' });
      return id;
    },
    stop: async () => {
      await Promise.all([worker.close(), owner.end()]);
      await api.stop();
    },
  };
  return world;
};
