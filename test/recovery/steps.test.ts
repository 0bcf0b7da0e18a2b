import { randomUUID } from 'node:crypto';
import { goThrough, openRun } from '../payment-history/support/run';
import { agree, lineIn, paying, reduced, type Owing } from './support/reduced';
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
  // Nothing comes back before it was paid out.
  expect(
    (await world.act('finance', id, 'recordRepayment', { amount: '250', on: '2026-08-31' })).body['fields'],
  ).toEqual([{ path: 'input.on', message: '日期不能早于多发的第一个月(2026年9月)' }]);
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

const agreeAll = (owing: Owing, monthly?: string) =>
  agree(world, owing, { instalments: [{ dueOn: '2027-12-10', amount: '100' }], ...(monthly && { monthly }) });

// @clause 三(三) no deduction from a current benefit without written consent, and within a cap
it('withholds from each month what was agreed, until nothing is outstanding; the bank pays the rest and the recovery ends itself', async () => {
  const { caseId, id } = await reduced(world);
  const plan = { agreementId: await world.paper(caseId), instalments: [{ dueOn: '2026-12-10', amount: '100' }] };
  const deduction = { amount: '40.01', consentId: await world.paper(caseId) };
  expect((await world.act('clerk', id, 'proposePlan', { ...plan, deduction })).body['fields']).toEqual([
    { path: 'input.deduction.amount', message: '每月抵扣不能超过现有待遇的上限40.00元' },
  ]);
  await agreeAll({ caseId, id }, '40');
  expect((await lineIn(world, caseId, '2026-10')).withheldFen).toBe(0n);

  const november = await paying(world, '2026-11');
  expect(await lineIn(world, caseId, '2026-11')).toMatchObject({ fen: 20_000n, withheldFen: 4_000n, state: 'paid' });
  const [file] = await world.worker.prisma.paymentFile.findMany({ where: { runId: november, bank: 'postal' } });
  expect([file?.lines, file?.fen]).toEqual([2, 46_000n]);
  expect(await world.balances()).toEqual({ overpaid: -10_000, recovered: 4_000, outstanding: 6_000 });
  expect(await world.read(id)).toMatchObject({ state: 'repaying', outstanding: '60.00' });

  await paying(world, '2026-12');
  // A household that pays by hand in between has the less withheld, from a list that is drawn already too.
  const january = await openRun(world.worker, '2027-01');
  expect((await lineIn(world, caseId, '2027-01')).withheldFen).toBe(2_000n);
  await world.did('finance', id, 'recordRepayment', { amount: '5', on: '2026-10-20' });
  await goThrough(world.worker, january, () => ({ state: 'paid' }));
  await paying(world, '2027-02');
  const view = await world.read(id);
  expect(view).toMatchObject({ state: 'settled', outstanding: '0.00', plan: { instalments: [{ state: 'paid' }] } });
  expect(view.withheld.map(({ month, planned, withheld, booked }) => [month, planned, withheld, booked])).toEqual([
    ['2026-11', '40.00', '40.00', '40.00'],
    ['2026-12', '40.00', '40.00', '40.00'],
    ['2027-01', '40.00', '15.00', '15.00'],
  ]);
  expect((await lineIn(world, caseId, '2027-02')).withheldFen).toBe(0n);
  expect(await world.balances()).toEqual({ overpaid: -10_000, recovered: 10_000 });
  expect(await world.worker.prisma.workItem.count({ where: { caseId, doneAt: null } })).toBe(0);
  expect(await world.verified()).toEqual([]);
});

it('withholds nothing without consent, nothing after it was taken back, and from a list in hand no more than it said', async () => {
  const { caseId, id } = await reduced(world);
  const drawnBefore = await openRun(world.worker, '2026-11');
  await agreeAll({ caseId, id }, '30');
  // Agreed since the list was drawn: it begins with the next one.
  await goThrough(world.worker, drawnBefore, () => ({ state: 'paid' }));
  expect((await lineIn(world, caseId, '2026-11')).withheldFen).toBe(0n);

  await paying(world, '2026-12');
  const january = await openRun(world.worker, '2027-01');
  expect((await lineIn(world, caseId, '2027-01')).withheldFen).toBe(3_000n);
  expect((await world.act('finance', id, 'revokeConsent', { note: '由财务登记' })).status).toBe(409);
  expect(await world.did('clerk', id, 'revokeConsent', { note: '户主到所书面撤回' })).toMatchObject({
    plan: { deduction: '30.00', revokedOn: '2026-10-20' },
  });
  expect((await world.act('clerk', id, 'revokeConsent', { note: '户主到所书面撤回' })).body['detail']).toMatch(
    /没有同意抵扣或已经撤回/,
  );
  expect(await world.worker.prisma.outbox.findFirst({ where: { kind: 'payment-run', doneAt: null } })).not.toBeNull();
  await goThrough(world.worker, january, () => ({ state: 'paid' }));
  expect((await lineIn(world, caseId, '2027-01')).withheldFen).toBe(0n);
  await paying(world, '2027-02');
  expect((await lineIn(world, caseId, '2027-02')).withheldFen).toBe(0n);
  expect(await world.balances()).toEqual({ overpaid: -10_000, recovered: 3_000, outstanding: 7_000 });
  await expect(world.owner.query(`update recovery_plan set revoked_at = null, revoked_by = null`)).rejects.toThrow(
    /stays decided/,
  );
});

it('leaves to the bank what is on its way, and opens again what a bank gives back after it was settled', async () => {
  const { caseId, id } = await reduced(world);
  await world.did('finance', id, 'recordRepayment', { amount: '70', on: '2026-10-20' });
  const agreementId = await world.paper(caseId);
  const deduction = { amount: '40', consentId: await world.paper(caseId) };
  const instalments = [{ dueOn: '2026-12-10', amount: '30' }];
  await world.did('clerk', id, 'proposePlan', { agreementId, instalments, deduction });
  await world.did('approver', id, 'approvePlan');
  const november = await openRun(world.worker, '2026-11');
  await goThrough(world.worker, november, (line) => ({ state: line.caseId === caseId ? 'sent' : 'paid' }));
  expect((await lineIn(world, caseId, '2026-11')).withheldFen).toBe(3_000n);
  const refused = await world.act('finance', id, 'recordRepayment', { amount: '10', on: '2026-10-20' });
  expect(refused.body['fields']).toEqual([
    { path: 'input.amount', message: expect.stringMatching(/30\.00元已在发放中扣回、等待银行结果/) as string },
  ]);
  await expect(
    world.owner.query(
      `insert into recovery_entry (id, recovery_id, kind, fen, on_date, at) values (gen_random_uuid(), $1, 'repayment', 1, '2026-11-09', now())`,
      [id],
    ),
  ).rejects.toThrow(/spoken for/);

  const move = async (state: string) => {
    const { id: lineId } = await lineIn(world, caseId, '2026-11');
    await world.worker.prisma.paymentLine.update({
      where: { id: lineId },
      data: { state, changedAt: new Date('2026-11-20T02:00:00Z'), paidOn: state === 'paid' ? '2026-11-20' : null },
    });
    return [(await world.read(id)).state, (await world.read(id)).outstanding];
  };
  expect(await move('failed')).toEqual(['repaying', '30.00']);
  expect(await move('paid')).toEqual(['settled', '0.00']);
  expect(await world.worker.prisma.workItem.count({ where: { caseId, doneAt: null } })).toBe(0);
  expect(await move('failed')).toEqual(['repaying', '30.00']);
  expect(await world.balances()).toEqual({ overpaid: -10_000, recovered: 7_000, outstanding: 3_000 });
  const tasks = await world.worker.prisma.workItem.findMany({ where: { caseId, doneAt: null } });
  expect(tasks.map(({ role, division }) => [role, division])).toEqual([['financeMaker', COUNTY]]);
  expect((await world.read(id)).entries.map(({ label, amount }) => [label, amount])).toEqual([
    ['还款', '70.00'],
    ['抵扣', '30.00'],
    ['抵扣冲回', '30.00'],
  ]);
  expect(await world.verified()).toEqual([]);
  expect(await move('paid')).toEqual(['settled', '0.00']);
});

it('is held by the database: no part of a line without consent, beyond it or on its way, and no deduction by hand', async () => {
  const { caseId, id } = await reduced(world);
  await agreeAll({ caseId, id }, '30');
  const november = await openRun(world.worker, '2026-11');
  const { id: lineId, withheldFor } = await lineIn(world, caseId, '2026-11');
  const set = (fen: number, line = lineId) =>
    world.owner.query(
      `update payment_line set withheld_fen = $2::bigint, withheld_for = case when $2::bigint > 0 then $3::uuid end where id = $1`,
      [line, fen, withheldFor],
    );
  const other = await lineIn(world, await world.caseOf(2), '2026-11');
  await expect(set(3_001)).rejects.toThrow(/written consent alone, nor beyond it/);
  await expect(set(3_000, other.id)).rejects.toThrow(/written consent alone/);
  await expect(set(20_001)).rejects.toThrow(/payment_line_withheld/);
  await expect(
    world.owner.query(
      `insert into recovery_entry (id, recovery_id, kind, fen, on_date, month, at)
       values (gen_random_uuid(), '${id}', 'deduction', 3000, '2026-10-20', '2026-11', now())`,
    ),
  ).rejects.toThrow(/what a paid line withholds, once/);
  await goThrough(world.worker, november, (line) => ({ state: line.caseId === caseId ? 'sent' : 'paid' }));
  await expect(set(0)).rejects.toThrow(/cannot change so/);
  await world.owner.query(`update payment_line set state = 'paid', changed_at = now() where id = $1`, [lineId]);
  await expect(
    world.owner.query(
      `insert into recovery_entry (id, recovery_id, kind, fen, on_date, month, line_id, at)
       values (gen_random_uuid(), '${id}', 'deduction', 3000, '2026-10-20', '2026-11', ${lineId}, now())`,
    ),
  ).rejects.toThrow(/what a paid line withholds, once/);
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
