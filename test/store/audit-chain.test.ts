import { verifyAudit } from '../../store/audit-chain/verify';
import { recordAudit, type AuditEntry } from '../../store/audit';
import { runAuditSealer, sealAudit } from '../../store/audit-sealer';
import { testKeyRing } from '../support/key-ring';
import { openStores, type OpenedStores } from './support/store';

const ring = testKeyRing();
let stores: OpenedStores;

beforeEach(async () => {
  stores = await openStores();
});
afterEach(() => stores.close());

const entry = (at: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  at: new Date(at),
  requestId: 'r',
  actorId: null,
  role: null,
  division: '530581001',
  operation: 'readIdentity',
  caseId: null,
  persons: ['0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a01'],
  outcome: 200,
  details: { b: 1, a: null },
  ...more,
});
const record = (...entries: readonly AuditEntry[]) =>
  stores.api.withScope({ staffId: '', division: '530581001' }, async (tx) => {
    for (const one of entries) await recordAudit(tx, one);
  });
const seal = () => sealAudit(stores.worker.pool, ring);
const verify = (anchor?: string) => verifyAudit(stores.worker.pool, ring, anchor);
const kinds = async (): Promise<string[]> => (await verify()).findings.map(({ kind, auditId }) => `${kind} ${auditId}`);
/** Round grants and triggers, as somebody with the whole server would. */
const tamper = async (sql: string): Promise<void> => {
  await stores.owner.query("set session_replication_role = 'replica'");
  await stores.owner.query(sql);
  await stores.owner.query("set session_replication_role = 'origin'");
};
/** Two days: 23:30 and 00:30 in Shanghai. */
const fiveRows = async (): Promise<void> => {
  await record(
    entry('2022-07-01T15:10:00Z'),
    entry('2022-07-01T15:30:00Z'),
    entry('2022-07-01T16:10:00Z'),
    entry('2022-07-01T16:20:00Z'),
    entry('2022-07-01T16:30:00Z'),
  );
  await seal();
};

it('numbers rows by the day in Shanghai, each day going on from the hash of the day before', async () => {
  await fiveRows();
  const seals = await stores.worker.prisma.auditSeal.findMany({ orderBy: { auditId: 'asc' } });
  expect(seals.map(({ day, number }) => `${day} ${number}`)).toEqual([
    '2022-07-01 1',
    '2022-07-01 2',
    '2022-07-02 1',
    '2022-07-02 2',
    '2022-07-02 3',
  ]);
  expect(Buffer.from(seals[2]!.previous).equals(Buffer.from(seals[1]!.hash))).toBe(true);
  expect(await verify()).toMatchObject({ sound: 5, waiting: 0, findings: [] });
});

it('seals a row that came late on the open day, and a second sealer finds nothing to do', async () => {
  await fiveRows();
  await record(entry('2022-07-01T15:50:00Z'));
  expect((await Promise.all([seal(), seal()])).sort()).toEqual([0, 1]);
  expect(await stores.worker.prisma.auditSeal.count({ where: { day: '2022-07-02' } })).toBe(4);
  expect((await verify()).findings).toEqual([]);
});

it('seals many rows in batches', async () => {
  const rows = Array.from({ length: 1203 }, (_, index) =>
    entry(new Date(Date.UTC(2022, 6, 1, 0, 0, index)).toISOString()),
  );
  await stores.worker.prisma.auditRow.createMany({
    data: rows.map((row) => ({ ...row, persons: [...row.persons], details: { ...row.details } })),
  });
  expect(await seal()).toBe(1203);
  expect(await verify()).toMatchObject({ sound: 1203, findings: [] });
});

it.each([
  ['a changed row', "update audit_row set persons = '{}' where id = 2", ['rowChanged 2']],
  ['changed details', `update audit_row set details = '{"a":null,"b":2}' where id = 4`, ['rowChanged 4']],
  ['a removed row', 'delete from audit_row where id = 3', ['rowRemoved 3']],
  [
    'a row removed with its seal',
    'delete from audit_seal where audit_id = 2; delete from audit_row where id = 2',
    ['linkBroken 3'],
  ],
  [
    'a row removed from the middle with its seal',
    'delete from audit_seal where audit_id = 4; delete from audit_row where id = 4',
    ['sealMissing 5'],
  ],
  [
    'a day removed',
    "delete from audit_row where id < 3; delete from audit_seal where day = '2022-07-01'",
    ['linkBroken 3'],
  ],
])('finds %s', async (_, sql, found) => {
  await fiveRows();
  await tamper(sql);
  expect(await kinds()).toEqual(found);
});

it('finds a row put in beside the program, before and after the sealer takes it', async () => {
  await fiveRows();
  await tamper(
    `insert into audit_row (id, at, request_id, operation, persons, outcome, details) overriding system value
    values (0, '2022-07-01T14:00:00Z', 'x', 'readCase', '{}', 200, '{}')`.replace('overriding system value', ''),
  );
  expect(await kinds()).toEqual(['rowUnsealed 0']);
  await seal();
  expect(await kinds()).toEqual(['rowBackdated 0']);
});

it('finds seals made without the key', async () => {
  await fiveRows();
  await tamper(
    "update audit_row set outcome = 403 where id = 5; update audit_seal set hash = sha256('x') where audit_id = 5",
  );
  expect(await kinds()).toEqual(['rowChanged 5']);
});

it('finds a cut-off end by the anchor of an earlier walk', async () => {
  await fiveRows();
  const { anchor } = await verify();
  await record(entry('2022-07-01T17:00:00Z'));
  await seal();
  expect((await verify(anchor)).findings).toEqual([]);
  await tamper('delete from audit_seal where audit_id > 4; delete from audit_row where id > 4');
  expect((await verify()).findings).toEqual([]);
  expect((await verify(anchor)).findings).toMatchObject([{ kind: 'anchorMissing', day: '2022-07-02', auditId: '3' }]);
});

it('runs until told to stop, and goes on after an error', async () => {
  await record(entry('2022-07-01T15:10:00Z'));
  const stop = new AbortController();
  const errors: unknown[] = [];
  const { pool } = stores.worker;
  let calls = 0;
  const shaky = {
    connect: () => (++calls === 1 ? Promise.reject(new Error('away')) : pool.connect()),
  } as unknown as typeof pool;
  const running = runAuditSealer({
    pool: shaky,
    keyRing: ring,
    signal: stop.signal,
    onError: (error) => errors.push(error),
    everyMs: 5,
  });
  while ((await stores.worker.prisma.auditSeal.count()) === 0);
  stop.abort();
  await running;
  expect(errors).toEqual([new Error('away')]);
});
