import { randomUUID } from 'node:crypto';
import { COUNTY, DAY_MS, startRecoveryWorld, type RecoveryWorld } from './support/world';

/** @clause 三(三) what was overpaid comes back step by step, and every fen of it stands in the ledger */
let world: RecoveryWorld;
beforeEach(async () => {
  world = await startRecoveryWorld();
});
afterEach(() => world.stop());

it('goes the whole way: bank, agreement, instalments, settled; every fen in the ledger, a letter to the household', async () => {
  const caseId = await world.caseOf(1);
  await world.stopFrom(caseId, '2026-08');
  const id = await world.toAgreeing(caseId, '150');
  const letters = await world.worker.prisma.letter.findMany({ where: { caseId, kind: 'recoveryNotice' } });
  expect(letters.map(({ body }) => /工作差错造成的,不作为骗取处理/.test(body))).toEqual([true]);
  const agreementId = await world.paper(caseId);
  const instalments = [
    { dueOn: '2026-11-10', amount: '200' },
    { dueOn: '2026-12-10', amount: '250' },
  ];
  const wrong = await world.act('clerk', id, 'proposePlan', { agreementId, instalments: [instalments[0]] });
  expect(wrong.body['fields']).toEqual([
    { path: 'input.instalments', message: expect.stringMatching(/450\.00元/) as string },
  ]);
  expect((await world.act('clerk', id, 'proposePlan', { agreementId: randomUUID(), instalments })).body['code']).toBe(
    'documentUnknown',
  );
  await world.did('clerk', id, 'proposePlan', { agreementId, instalments });
  expect((await world.act('clerk', id, 'approvePlan')).body['code']).toBe('actionNotAllowed');
  await world.did('approver', id, 'approvePlan');
  await world.did('finance', id, 'recordRepayment', { amount: '200', on: '2026-10-20' });
  expect((await world.act('finance', id, 'recordRepayment', { amount: '250.01', on: '2026-10-20' })).body['code']).toBe(
    'invalidInput',
  );
  const done = await world.did('finance', id, 'recordRepayment', { amount: '250', on: '2026-10-20' });
  expect(done).toMatchObject({ state: 'settled', outstanding: '0.00' });
  expect(await world.balances()).toEqual({ overpaid: -60_000, recovered: 60_000 });
  expect(await world.worker.prisma.workItem.count({ where: { caseId, doneAt: null } })).toBe(0);
});

it('reminds of an overdue instalment once, by letter and task, with nobody touching anything', async () => {
  const caseId = await world.caseOf(1);
  await world.stopFrom(caseId, '2026-09');
  const id = await world.toAgreeing(caseId);
  const agreementId = await world.paper(caseId);
  await world.did('clerk', id, 'proposePlan', {
    agreementId,
    instalments: [
      { dueOn: '2026-11-10', amount: '100' },
      { dueOn: '2026-12-10', amount: '200' },
    ],
  });
  await world.did('approver', id, 'approvePlan');
  const reminders = () => world.worker.prisma.letter.findMany({ where: { caseId, kind: 'recoveryReminder' } });
  const open = () => world.worker.prisma.workItem.count({ where: { caseId, kind: 'reminder', doneAt: null } });
  for (const date of ['2026-11-10', '2026-11-13']) await world.tick(date);
  expect(await reminders()).toHaveLength(0);
  for (const date of ['2026-11-14', '2026-11-14', '2026-11-15', '2026-11-20']) await world.tick(date);
  expect(await reminders()).toHaveLength(1);
  expect(await open()).toBe(1);
  world.api.clock.advance(31 * DAY_MS);
  world.people = {
    ...world.people,
    finance: await world.api.as('financeMaker', COUNTY),
    reviewer: await world.api.as('countyReviewer', COUNTY),
  };
  await world.did('finance', id, 'recordRepayment', { amount: '100', on: '2026-11-20' });
  await world.tick('2026-11-21');
  expect(await open()).toBe(0);
  // Two months without a tick: the second instalment is reminded of, once.
  await world.tick('2027-02-01');
  expect((await reminders()).map(({ body }) => /第(\d)期/.exec(body)?.[1]).sort()).toEqual(['1', '2']);
});

it('deducts from a benefit with written consent alone, within the cap, once a month; the database says the same', async () => {
  const caseId = await world.caseOf(1);
  await world.owner.query(
    `begin;
     update entitlement set to_month = '2026-09' where case_id = '${caseId}';
     insert into entitlement (id, case_id, programme, from_month, monthly_fen, decision_id)
       values ('6f0c1b52-6c39-4d0e-9a55-0f6a3f0d1a04', '${caseId}', 'dibao', '2026-10', 20000, gen_random_uuid());
     insert into entitlement_component select '6f0c1b52-6c39-4d0e-9a55-0f6a3f0d1a04', applicant_id, 20000 from "case" where id = '${caseId}';
     commit`,
  );
  const id = await world.toAgreeing(caseId);
  const [agreementId, consentId] = [await world.paper(caseId), await world.paper(caseId)];
  const instalments = [{ dueOn: '2026-12-10', amount: '100' }];
  const plan = (amount: string) => ({ agreementId, instalments, deduction: { amount, consentId } });
  expect((await world.act('clerk', id, 'proposePlan', plan('40.01'))).body['fields']).toEqual([
    { path: 'input.deduction.amount', message: '每月抵扣不能超过现有待遇的上限40.00元' },
  ]);
  await world.did('clerk', id, 'proposePlan', { agreementId, instalments });
  await world.did('approver', id, 'approvePlan');
  expect(
    (await world.act('finance', id, 'recordDeduction', { amount: '30', month: '2026-10' })).body['detail'],
  ).toMatch(/没有书面同意/);
  const force = (fen: number) =>
    world.owner.query(
      `insert into recovery_entry (id, recovery_id, kind, fen, on_date, month, at)
       values (gen_random_uuid(), '${id}', 'deduction', ${fen}, '2026-10-20', '2026-10', now())`,
    );
  await expect(force(3000)).rejects.toThrow(/no deduction without written consent/);
  await world.owner.query(
    `alter table recovery_plan disable trigger append_only; update recovery_plan set deduction_fen = 3000, consent_id = '${consentId}'`,
  );
  await expect(force(3001)).rejects.toThrow(/nor beyond it/);
  expect((await world.act('finance', id, 'recordDeduction', { amount: '30.01', month: '2026-10' })).status).toBe(400);
  await world.did('finance', id, 'recordDeduction', { amount: '30', month: '2026-10' });
  expect((await world.act('finance', id, 'recordDeduction', { amount: '30', month: '2026-10' })).body['code']).toBe(
    'alreadyExists',
  );
  expect(await world.balances()).toEqual({ overpaid: -10_000, recovered: 3_000, outstanding: 7_000 });
});

it('writes off by decision of the level that the amount asks for, never by whoever proposed it', async () => {
  const caseId = await world.caseOf(1);
  await world.stopFrom(caseId, '2026-08');
  const id = await world.toAgreeing(caseId);
  const value = { division: COUNTY, parameter: 'recovery.writeOffCountyMost', value: '500', validFrom: '2020-01-01' };
  const at = new Date();
  await world.worker.prisma.parameterEntry.create({
    data: {
      ...value,
      id: randomUUID(),
      reference: '测试',
      state: 'approved',
      makerId: randomUUID(),
      createdAt: at,
      checkedAt: at,
    },
  });
  await world.did('reviewer', id, 'proposeWriteOff', { kind: 'writeOff', amount: '500.01', reason: '身故且无遗产' });
  expect((await world.act('approver', id, 'approveWriteOff')).body).toMatchObject({ code: 'forbidden' });
  await world.did('prefecture', id, 'rejectWriteOff', { note: '请先向遗产管理人主张' });
  await world.did('reviewer', id, 'proposeWriteOff', { kind: 'writeOff', amount: '400', reason: '身故且无遗产' });
  expect((await world.act('reviewer', id, 'approveWriteOff')).status).toBe(409);
  expect((await world.act('prefecture', id, 'approveWriteOff')).status).toBe(403);
  await world.did('approver', id, 'approveWriteOff');
  expect(await world.balances()).toEqual({ overpaid: -60_000, outstanding: 20_000, writtenOff: 40_000 });
  await world.did('reviewer', id, 'proposeWriteOff', { kind: 'withdrawal', amount: '200', reason: '复议撤销停保决定' });
  expect(await world.did('approver', id, 'approveWriteOff')).toMatchObject({ state: 'settled' });
  expect(await world.balances()).toEqual({ overpaid: -40_000, writtenOff: 40_000 });
  await expect(
    world.owner.query(
      `insert into recovery_entry (id, recovery_id, kind, fen, on_date, decision_id, at)
       select gen_random_uuid(), recovery_id, 'writeOff', 1, '2026-10-20', id, now() from recovery_write_off where state = 'rejected'`,
    ),
  ).rejects.toThrow(/by decision alone/);
});
