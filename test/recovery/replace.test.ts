import { goThrough, openRun } from '../payment-history/support/run';
import { agree, lineIn, moveLine, papersFor, paying, reduced, type Owing } from './support/reduced';
import { COUNTY, DAY_MS, startRecoveryWorld, type RecoveryWorld } from './support/world';

/** @clause 三(三) an agreement on paying back is made anew by the household's signature and two people, to the fen */
let world: RecoveryWorld;
let owing: readonly Owing[];
beforeAll(async () => {
  world = await startRecoveryWorld();
  owing = [await reduced(world, 1), await reduced(world, 2), await reduced(world, 3)];
});
afterAll(() => world.stop());

const tasks = async (caseId: string) => {
  const rows = await world.worker.prisma.workItem.findMany({ where: { caseId, kind: 'task', doneAt: null } });
  return rows.map(({ role, division }) => `${role} ${division}`).sort();
};
const finance = `financeMaker ${COUNTY}`;

it('replaces an agreement while a list is in hand: what it withholds passes over, and each agreement keeps what came in under it', async () => {
  const { caseId, id } = owing[0]!;
  const first = await papersFor(world, caseId, {
    instalments: [{ dueOn: '2027-12-10', amount: '100' }],
    monthly: '40',
  });
  await world.did('clerk', id, 'proposePlan', first);
  await world.did('approver', id, 'approvePlan');
  await paying(world, '2026-11');
  const december = await openRun(world.worker, '2026-12');
  expect((await lineIn(world, caseId, '2026-12')).withheldFen).toBe(4_000n);

  const instalments = [
    { dueOn: '2027-01-10', amount: '30' },
    { dueOn: '2027-06-10', amount: '30' },
  ];
  const signed = await papersFor(world, caseId, { instalments, monthly: '25' });
  const refused = async (input: object) => (await world.act('clerk', id, 'proposeNewPlan', input)).body['fields'];
  expect(await refused({ ...signed, agreementId: first.agreementId })).toEqual([
    { path: 'input.agreementId', message: expect.stringMatching(/新签的还款协议/) as string },
  ]);
  expect(await refused({ ...signed, instalments: first.instalments })).toEqual([
    { path: 'input.instalments', message: expect.stringMatching(/未收回60\.00元/) as string },
  ]);
  const { version } = await world.read(id);
  const both = await Promise.all([
    world.act('clerk', id, 'proposeNewPlan', signed, version),
    world.act('clerk', id, 'proposeNewPlan', signed, version),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await world.act('clerk', id, 'proposeNewPlan', signed)).body['code']).toBe('alreadyExists');
  expect((await world.act('clerk', id, 'approveNewPlan')).status).toBe(409);
  expect(await tasks(caseId)).toEqual([`countyApprover ${COUNTY}`, finance]);
  // Until it is approved the old one is kept.
  expect(await world.read(id)).toMatchObject({
    state: 'repaying',
    plan: { deduction: '40.00', covered: '40.00' },
    newPlan: { state: 'proposed', planned: '60.00', deduction: '25.00' },
  });

  expect(await world.did('approver', id, 'approveNewPlan')).toMatchObject({
    state: 'repaying',
    plan: { state: 'approved', deduction: '25.00', covered: '0.00', unplanned: '0.00' },
    newPlan: null,
    formerPlans: [{ state: 'replaced', covered: '40.00', endedOn: '2026-10-20', instalments: [{ state: 'replaced' }] }],
  });
  expect(await tasks(caseId)).toEqual([finance]);
  await goThrough(world.worker, december, () => ({ state: 'paid' }));
  expect((await lineIn(world, caseId, '2026-12')).withheldFen).toBe(2_500n);
  // More than the new agreement says is in no later list either, whatever the old one said.
  for (const month of ['2027-01', '2027-02', '2027-03']) await paying(world, month);
  const view = await world.read(id);
  expect(view).toMatchObject({
    state: 'settled',
    outstanding: '0.00',
    plan: { covered: '60.00', instalments: [{ state: 'paid' }, { state: 'paid' }] },
    formerPlans: [{ covered: '40.00' }],
  });
  expect(view.withheld.map(({ month, planned, booked }) => [month, planned, booked])).toEqual([
    ['2026-11', '40.00', '40.00'],
    ['2026-12', '25.00', '25.00'],
    ['2027-01', '25.00', '25.00'],
    ['2027-02', '25.00', '10.00'],
  ]);
  expect(await tasks(caseId)).toEqual([]);
  expect(await world.verified()).toEqual([]);
  await expect(
    world.owner.query(`update recovery_plan set state = 'approved' where recovery_id = $1 and state = 'replaced'`, [
      id,
    ]),
  ).rejects.toThrow(/stays decided/);
  await expect(
    world.owner.query(`update recovery_plan set state = 'replaced' where recovery_id = $1 and state = 'approved'`, [
      id,
    ]),
  ).rejects.toThrow(/replaced by another one alone/);
});

it('books what is with the bank under the old agreement for the new one, and asks for another where a bank gives it back', async () => {
  const { caseId, id } = owing[1]!;
  await agree(world, { caseId, id }, { instalments: [{ dueOn: '2027-12-10', amount: '100' }], monthly: '40' });
  const april = await openRun(world.worker, '2027-04');
  await goThrough(world.worker, april, (line) => ({ state: line.caseId === caseId ? 'sent' : 'paid' }));
  const renew = async (agreement: Parameters<typeof papersFor>[2]) =>
    world.act('clerk', id, 'proposeNewPlan', await papersFor(world, caseId, agreement));

  expect((await renew({ instalments: [{ dueOn: '2027-01-10', amount: '60' }] })).status).toBe(400);
  const whole = [
    { dueOn: '2027-01-10', amount: '40' },
    { dueOn: '2027-06-10', amount: '60' },
  ];
  expect((await renew({ instalments: whole })).status).toBe(200);
  expect((await world.read(id)).newPlan?.instalments.map(({ state }) => state)).toEqual(['underWay', 'due']);
  await moveLine(world, caseId, '2027-04', 'paid');
  // What came in since it was proposed is paid of it: that is no reason to sign it again.
  expect(await world.did('approver', id, 'approveNewPlan')).toMatchObject({
    outstanding: '60.00',
    plan: { deduction: null, covered: '40.00', unplanned: '0.00', instalments: [{ state: 'paid' }, { paid: '0.00' }] },
    formerPlans: [{ covered: '0.00' }],
  });
  await paying(world, '2027-05');
  expect((await lineIn(world, caseId, '2027-05')).withheldFen).toBe(0n);

  expect((await renew({ instalments: [{ dueOn: '2027-08-10', amount: '60' }] })).status).toBe(200);
  await moveLine(world, caseId, '2027-04', 'failed');
  expect(await world.read(id)).toMatchObject({ outstanding: '100.00', newPlan: { unplanned: '40.00' } });
  expect((await world.act('approver', id, 'approveNewPlan')).body).toMatchObject({
    code: 'actionNotAllowed',
    detail: expect.stringMatching(/增加了40\.00元/) as string,
  });
  await world.did('approver', id, 'rejectNewPlan', { note: '银行退回四月的发放,请重新商定' });
  expect(await tasks(caseId)).toEqual([finance, 'townshipClerk 530581001']);
  expect((await renew({ instalments: whole })).status).toBe(200);
  await world.did('clerk', id, 'keepPlan', { note: '家庭愿意照原协议归还' });
  expect((await world.act('clerk', id, 'keepPlan', { note: '家庭愿意照原协议归还' })).status).toBe(409);
  expect(await tasks(caseId)).toEqual([finance]);
  expect(await world.read(id)).toMatchObject({ plan: { covered: '0.00', unplanned: '0.00' }, newPlan: null });
  expect(await world.verified()).toEqual([]);
});

it('reminds by the new agreement alone, not while it waits for its checker, and nobody who owes nothing any more', async () => {
  const { caseId, id } = owing[2]!;
  await agree(
    world,
    { caseId, id },
    {
      instalments: [
        { dueOn: '2026-11-10', amount: '50' },
        { dueOn: '2026-12-10', amount: '50' },
      ],
    },
  );
  const reminders = async () => {
    const where = { caseId, kind: 'recoveryReminder' };
    const letters = await world.worker.prisma.letter.findMany({ where, orderBy: { createdAt: 'asc' } });
    const open = await world.worker.prisma.workItem.count({ where: { caseId, kind: 'reminder', doneAt: null } });
    return [letters.map(({ body }) => /第\d期\d+\.\d\d元应于\d+年\d+月/.exec(body)?.[0]), open];
  };
  await world.tick('2026-11-14');
  expect(await reminders()).toEqual([['第1期50.00元应于2026年11月'], 1]);
  const instalments = [
    { dueOn: '2027-01-10', amount: '70' },
    { dueOn: '2027-01-16', amount: '30' },
  ];
  await world.did('clerk', id, 'proposeNewPlan', await papersFor(world, caseId, { instalments }));
  await world.tick('2026-12-14');
  expect(await reminders()).toEqual([['第1期50.00元应于2026年11月'], 1]);
  await world.did('approver', id, 'approveNewPlan');
  for (const day of ['2026-12-15', '2027-01-13']) await world.tick(day);
  expect(await reminders()).toEqual([['第1期50.00元应于2026年11月'], 0]);
  for (const day of ['2027-01-14', '2027-01-15']) await world.tick(day);
  expect(await reminders()).toEqual([['第1期50.00元应于2026年11月', '第1期70.00元应于2027年1月'], 1]);

  world.api.clock.advance(92 * DAY_MS);
  const [reviewer, approver] = [
    await world.api.as('countyReviewer', COUNTY),
    await world.api.as('countyApprover', COUNTY),
  ];
  world.people = { ...world.people, reviewer, approver };
  await world.did('reviewer', id, 'proposeWriteOff', { kind: 'writeOff', amount: '100', reason: '家庭因灾无力归还' });
  expect(await world.did('approver', id, 'approveWriteOff')).toMatchObject({
    state: 'settled',
    settledOn: '2027-01-20',
  });
  await world.tick('2027-01-21');
  expect(await reminders()).toEqual([['第1期50.00元应于2026年11月', '第1期70.00元应于2027年1月'], 0]);
});
