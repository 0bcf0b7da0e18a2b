import { recoveryNotice, recoveryReminder } from './letters';
import {
  consentFault,
  coveredOf,
  instalmentStatus,
  isSignedBefore,
  mostDeduction,
  planFault,
  unplannedOf,
} from './plan';
import { actionNames, actionRefusal, recoveryActions, recoveryStates, type RecoveryState } from './steps';

const plan = [
  { dueOn: '2026-11-10', fen: 100_00n },
  { dueOn: '2026-12-10', fen: 200_00n },
];
const head = {
  number: '530581-2022-000123',
  programme: '低保',
  applicantName: '甲示例',
  office: '腾冲市民政局',
  on: '2026-10-20',
};

/** @clause 三(三) recovery: the bank first, then agreement and instalments, never a deduction without consent */
it('asks the bank before the household, and lets nobody agree to their own plan', () => {
  expect(recoveryActions.verify.to).toBe('askingBank');
  expect(actionRefusal('proposePlan', 'askingBank', 'townshipClerk')).toMatch(/请银行退回/);
  expect(actionRefusal('proposePlan', 'agreeing', 'financeMaker')).toMatch(/不由您的岗位办理/);
  expect(actionRefusal('proposePlan', 'agreeing', 'townshipClerk')).toBeUndefined();
  const makers: readonly string[] = recoveryActions.proposePlan.by;
  expect(recoveryActions.approvePlan.by.some((role) => makers.includes(role))).toBe(false);
});

it('takes no step once it is over', () => {
  for (const action of actionNames)
    for (const state of ['settled', 'dismissed'] as const)
      expect(actionRefusal(action, state, recoveryActions[action].by[0])).toBeDefined();
  const reached = new Set<RecoveryState>(['found', 'settled', 'dismissed']);
  for (const { to } of Object.values(recoveryActions)) if (to !== 'stays') reached.add(to);
  expect([...reached].sort()).toEqual(Object.keys(recoveryStates).sort());
});

it.each([
  ['nothing', [], '请至少约定一期'],
  ['a day that has passed', [{ dueOn: '2026-10-19', fen: 300_00n }], '各期日期应从今天起由先到后'],
  ['days out of order', [plan[1]!, plan[0]!], '各期日期应从今天起由先到后'],
  ['another sum', [plan[0]!], '各期金额之和应等于未收回的金额'],
  ['an empty instalment', [{ dueOn: '2026-11-10', fen: 0n }], '每期金额应大于0'],
])('refuses a plan with %s', (_name, instalments, fault) => {
  expect(planFault(instalments, 300_00n, '2026-10-20')).toBe(fault);
});

it('takes a plan whose instalments are what is outstanding', () => {
  expect(planFault(plan, 300_00n, '2026-10-20')).toBeUndefined();
});

it('covers instalments in their order and knows which is overdue', () => {
  expect(
    instalmentStatus(plan, { covered: 120_00n, withBank: 0n }, '2026-12-11').map(({ state, paidFen }) => [
      state,
      paidFen,
    ]),
  ).toEqual([
    ['paid', 100_00n],
    ['overdue', 20_00n],
  ]);
  expect(instalmentStatus(plan, { covered: 0n, withBank: 0n }, '2026-11-10')[0]?.state).toBe('due');
  const states = (covered: bigint, withBank: bigint) =>
    instalmentStatus(plan, { covered, withBank }, '2027-01-01').map(({ state }) => state);
  expect(states(60_00n, 40_00n)).toEqual(['underWay', 'overdue']);
  expect(states(100_00n, 199_99n)).toEqual(['paid', 'overdue']);
  expect(states(40_00n, 260_00n)).toEqual(['underWay', 'underWay']);
  expect(instalmentStatus(plan, { covered: 0n, withBank: 0n }, '2026-11-11')[0]?.state).toBe('overdue');
});

it('counts as made good what came by hand, was withheld or was written off, less what a bank gave back', () => {
  const entries = [
    { kind: 'bankReturn', fen: 500n },
    { kind: 'repayment', fen: 100n },
    { kind: 'deduction', fen: 60n },
    { kind: 'deduction', fen: 60n },
    { kind: 'deductionUndone', fen: 60n },
    { kind: 'writeOff', fen: 7n },
  ];
  expect(coveredOf(entries)).toBe(667n);
});

it('asks for no more than its instalments, and says what is outstanding beside them', () => {
  // What was withheld before the agreement and given back since covers nothing, and is owed beside it.
  const given = instalmentStatus(plan, { covered: -40_00n, withBank: 0n }, '2026-10-20');
  expect(given.map(({ paidFen }) => paidFen)).toEqual([0n, 0n]);
  expect(unplannedOf(given, 340_00n)).toBe(40_00n);
  expect(unplannedOf(instalmentStatus(plan, { covered: 120_00n, withBank: 0n }, '2026-10-20'), 180_00n)).toBe(0n);
  expect(unplannedOf(instalmentStatus(plan, { covered: 120_00n, withBank: 0n }, '2026-10-20'), 180_01n)).toBe(1n);
});

it('wants a new signature for a new agreement, and no consent beyond what it was given for', () => {
  const papers = { agreementId: 'agreement', deductionFen: 40_00n, consentId: 'consent', revokedAt: null };
  const asked = { amount: 40_00n, consentId: 'consent' };
  const [inForce, returned] = [
    { ...papers, state: 'approved' },
    { ...papers, state: 'rejected' },
  ];
  expect([isSignedBefore('agreement', [inForce]), isSignedBefore('another', [inForce])]).toEqual([true, false]);
  expect(isSignedBefore('agreement', [returned])).toBe(false);
  expect(consentFault(asked, [inForce])).toBeUndefined();
  expect(consentFault({ ...asked, amount: 40_01n }, [inForce])).toMatch(/多于这份同意书/);
  expect(consentFault({ ...asked, amount: 40_01n }, [returned])).toBeUndefined();
  expect(consentFault({ amount: 99_00n, consentId: 'new' }, [inForce])).toBeUndefined();
  expect(consentFault(asked, [{ ...inForce, revokedAt: new Date(0) }])).toMatch(/已撤回/);
});

it('has the one who proposes a new agreement and the one who approves it in two offices', () => {
  const makers: readonly string[] = recoveryActions.proposeNewPlan.by;
  expect(recoveryActions.approveNewPlan.by.some((role) => makers.includes(role))).toBe(false);
  expect(actionRefusal('proposeNewPlan', 'agreeing', 'townshipClerk')).toMatch(/协商还款/);
});

it('deducts at most the cap, rounded down', () => {
  expect(mostDeduction(333_33n, { numerator: 1n, denominator: 5n })).toBe(66_66n);
});

it('tells an error of the office apart from fraud, and that nothing is deducted without consent', () => {
  const months = [{ month: '2026-08', fen: 300_00n }];
  const notice = (fault: 'office' | 'fraud') =>
    recoveryNotice(head, { months, cause: 'death', fault, remedy: '如不服…' }).body;
  expect(notice('office')).toMatch(/工作差错造成的,不作为骗取处理/);
  expect(notice('fraud')).toMatch(/认定情形:骗取/);
  expect(notice('office')).toMatch(/2026年8月300\.00元[\s\S]*没有您的书面同意,不会从现在的待遇中抵扣[\s\S]*如不服/);
  expect(recoveryReminder(head, { number: 1, dueOn: '2026-11-10', fen: 100_00n, outstanding: 300_00n }).body).toMatch(
    /第1期100\.00元应于2026年11月10日前归还/,
  );
});
