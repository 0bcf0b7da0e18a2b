import { randomUUID } from 'node:crypto';
import { COUNTY, startRecoveryWorld, type RecoveryWorld } from './support/world';

/** @clause 三(三) what was overpaid is found by itself, each month and household once, and balances in every row */
let world: RecoveryWorld;
beforeEach(async () => {
  world = await startRecoveryWorld();
});
afterEach(() => world.stop());

it('finds nothing where nothing is overpaid', async () => {
  await world.tick('2026-10-20');
  expect(await world.recoveries()).toEqual([]);
});

it('claims each month of a household once, to the fen of an independent sum, however often and at once it looks', async () => {
  const caseId = await world.caseOf(1);
  await world.stopFrom(caseId, '2026-08');
  await Promise.all([world.tick('2026-10-20'), world.tick('2026-10-20')]);
  await world.tick('2026-10-21');
  const [one, ...others] = await world.recoveries();
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    caseId,
    state: 'found',
    cause: 'stopped',
    overpaidFen: 60_000n,
    outstandingFen: 60_000n,
  });
  const { rows } = await world.owner.query<{ over: string }>(
    `select sum(l.fen) - 30000 as over from payment_line l where l.case_id = $1 and l.state = 'paid'`,
    [caseId],
  );
  expect(Number(rows[0]!.over)).toBe(60_000);
  expect(await world.balances()).toEqual({ overpaid: -60_000, outstanding: 60_000 });
  const tasks = await world.worker.prisma.workItem.findMany({ where: { caseId, doneAt: null } });
  expect(tasks.map(({ role, division }) => [role, division])).toEqual([['countyReviewer', COUNTY]]);
});

it('claims what turns out later to be more of a month as a further round of it: in the open recovery, and apart from one that is being repaid', async () => {
  const caseId = await world.caseOf(1);
  const [reduced, again] = [randomUUID(), randomUUID()];
  const reduceTo = (id: string, fen: number) =>
    `insert into entitlement (id, case_id, programme, from_month, monthly_fen, decision_id)
       values ('${id}', '${caseId}', 'dibao', '2026-10', ${fen}, gen_random_uuid());
     insert into entitlement_component select '${id}', applicant_id, ${fen} from "case" where id = '${caseId}';`;
  const replace = (id: string) => `update entitlement set superseded_by = gen_random_uuid() where id = '${id}';`;
  await world.owner.query(
    `begin; update entitlement set to_month = '2026-09' where case_id = '${caseId}'; ${reduceTo(reduced, 20_000)} commit`,
  );
  await world.tick('2026-10-20');
  await world.owner.query(`begin; ${replace(reduced)} ${reduceTo(again, 10_000)} commit`);
  await world.tick('2026-10-21');
  await world.tick('2026-10-22');
  expect(await world.recoveries()).toMatchObject([{ overpaidFen: 20_000n, state: 'found' }]);
  await world.owner.query(`update recovery set state = 'repaying'`);
  await world.owner.query(replace(again));
  await world.tick('2026-10-23');
  await world.tick('2026-10-24');
  const all = await world.worker.prisma.recovery.findMany({ orderBy: { openedOn: 'asc' } });
  expect(all.map(({ state, overpaidFen }) => [state, overpaidFen])).toEqual([
    ['repaying', 20_000n],
    ['found', 10_000n],
  ]);
  const months = await world.worker.prisma.recoveryMonth.findMany({ orderBy: { round: 'asc' } });
  expect(months.map(({ month, round, fen }) => [month, round, fen])).toEqual([
    ['2026-10', 1, 10_000n],
    ['2026-10', 2, 10_000n],
    ['2026-10', 3, 10_000n],
  ]);
});

it('finds a part of a month, and calls a death a death', async () => {
  const [reduced, dead] = [await world.caseOf(1), await world.caseOf(2)];
  await world.owner.query(
    `begin;
     update entitlement set to_month = '2026-09' where case_id = '${reduced}';
     insert into entitlement (id, case_id, programme, from_month, monthly_fen, decision_id)
       values ('6f0c1b52-6c39-4d0e-9a55-0f6a3f0d1a03', '${reduced}', 'dibao', '2026-10', 10000, gen_random_uuid());
     insert into entitlement_component select '6f0c1b52-6c39-4d0e-9a55-0f6a3f0d1a03', applicant_id, 10000 from "case" where id = '${reduced}';
     update person set died_on = '2026-09-15' where id = (select applicant_id from "case" where id = '${dead}');
     commit`,
  );
  await world.stopFrom(dead, '2026-09');
  await world.tick('2026-10-20');
  const all = await world.worker.prisma.recovery.findMany();
  expect(new Map(all.map(({ caseId, cause, overpaidFen }) => [caseId, [cause, overpaidFen]]))).toEqual(
    new Map([
      [reduced, ['reduced', 20_000n]],
      [dead, ['death', 30_000n]],
    ]),
  );
});

it('keeps overpaid = recovered + written off + outstanding in every row, whoever writes', async () => {
  const caseId = await world.caseOf(1);
  await world.stopFrom(caseId, '2026-08');
  const id = await world.toAgreeing(caseId);
  await expect(world.owner.query(`update recovery set recovered_fen = 1`)).rejects.toThrow(/recovery_balances/);
  await expect(
    world.owner.query(
      `insert into recovery_entry (id, recovery_id, kind, fen, on_date, at)
       values (gen_random_uuid(), '${id}', 'repayment', 60001, '2026-10-20', now())`,
    ),
  ).rejects.toThrow(/outstanding_fen/);
  await expect(
    world.api.store.withScope({ staffId: randomUUID(), division: COUNTY }, (tx) =>
      tx.recovery.updateMany({ data: { outstandingFen: 0n } }),
    ),
  ).rejects.toThrow(/permission denied/);
});

it('takes one of two steps at once, and none on an old version, of another office or of the wrong hand', async () => {
  const caseId = await world.caseOf(1);
  await world.stopFrom(caseId, '2026-08');
  await world.tick('2026-10-20');
  const id = (await world.recoveries())[0]!.id;
  const input = { fault: 'office', note: '停保决定迟到' };
  const both = await Promise.all([
    world.act('reviewer', id, 'verify', input, 0),
    world.act('reviewer', id, 'verify', input, 0),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await world.act('finance', id, 'recordBankAnswer', { amount: '0', on: '2026-10-19' }, 0)).body['code']).toBe(
    'versionStale',
  );
  expect((await world.act('clerk', id, 'recordBankAnswer', { amount: '0', on: '2026-10-19' })).status).toBe(409);
  const stranger = await world.api.as('countyReviewer', '530502');
  expect((await world.api.call('readRecovery', { token: stranger, params: { recoveryId: id } })).status).toBe(404);
  const listed = await world.api.call('listRecoveries', { token: world.people.reviewer, query: { open: 'open' } });
  expect(listed.body['sums']).toEqual({
    count: 1,
    overpaid: '600.00',
    recovered: '0.00',
    writtenOff: '0.00',
    outstanding: '600.00',
  });
  expect((await world.read(id)).actions.filter(({ refusal }) => refusal === null).map(({ action }) => action)).toEqual([
    'proposeWriteOff',
  ]);
});
