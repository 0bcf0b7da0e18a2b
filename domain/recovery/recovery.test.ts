import { recoveryNotice, recoveryReminder } from './letters';
import { instalmentStatus, mostDeduction, planFault, receivedOf } from './plan';
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
  expect(instalmentStatus(plan, 120_00n, '2026-12-11').map(({ state, paidFen }) => [state, paidFen])).toEqual([
    ['paid', 100_00n],
    ['overdue', 20_00n],
  ]);
  expect(instalmentStatus(plan, 0n, '2026-11-10')[0]?.state).toBe('due');
  expect(instalmentStatus(plan, 0n, '2026-11-11')[0]?.state).toBe('overdue');
});

it('counts as received what came by hand or was withheld, less what a bank gave back', () => {
  const entries = [
    { kind: 'bankReturn', fen: 500n },
    { kind: 'repayment', fen: 100n },
    { kind: 'deduction', fen: 60n },
    { kind: 'deduction', fen: 60n },
    { kind: 'deductionUndone', fen: 60n },
    { kind: 'writeOff', fen: 7n },
  ];
  expect(receivedOf(entries)).toBe(160n);
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
