import { sumsOf, type EntitledMonth, type HistoryMonth, type PaidLine } from './month';
import { differenceOf } from './reasons';

/** @clause 三(一) every difference between two months of a household is explained, to the fen */
const entitled = (shares: Readonly<Record<string, bigint>>, more: Partial<EntitledMonth> = {}): EntitledMonth => ({
  entitlementId: JSON.stringify(Object.keys(shares)),
  kind: 'benefit',
  fen: Object.values(shares).reduce((sum, fen) => sum + fen, 0n),
  shares: new Map(Object.entries(shares)),
  ...more,
});
const line = (fen: bigint, more: Partial<PaidLine> = {}): PaidLine => ({
  id: '1',
  kind: 'regular',
  fen,
  withheld: 0n,
  state: 'paid',
  reason: null,
  bankReason: null,
  paidOn: null,
  runMonth: '2026-09',
  correction: 0,
  ...more,
});
const month = (entitlement: EntitledMonth | undefined, lines: readonly PaidLine[], at = '2026-09'): HistoryMonth => ({
  month: at,
  entitled: entitlement,
  lines,
});
const one = entitled({ a: 300_00n });
const paidOne = month(one, [line(300_00n)]);

const examples: Readonly<
  Record<string, readonly [HistoryMonth | undefined, HistoryMonth, readonly [string, bigint, ...string[]][]]>
> = {
  'the first month': [undefined, paidOne, [['started', 300_00n]]],
  'nothing changed': [paidOne, paidOne, []],
  'a child was born': [paidOne, month(entitled({ a: 300_00n, b: 200_00n }), [line(500_00n)]), [['memberIn', 200_00n]]],
  'a member left and the others were reckoned anew': [
    month(entitled({ a: 300_00n, b: 200_00n }), [line(500_00n)]),
    month(entitled({ a: 350_00n }), [line(350_00n)]),
    [
      ['memberOut', -200_00n],
      ['reassessed', 50_00n],
    ],
  ],
  'the standard was raised': [
    month(entitled({ a: 300_00n }, { standard: '650.00' }), [line(300_00n)]),
    month(entitled({ a: 330_00n }, { standard: '680.00' }), [line(330_00n)]),
    [['standardRaised', 30_00n, '650.00', '680.00']],
  ],
  'another class': [
    month(entitled({ a: 400_00n }, { class: 'A' }), [line(400_00n)]),
    month(entitled({ a: 330_00n }, { class: 'B' }), [line(330_00n)]),
    [['classChanged', -70_00n, 'A', 'B']],
  ],
  'gradual exit at the same amount': [
    paidOne,
    month(entitled({ a: 300_00n }, { kind: 'gradualExit' }), [line(300_00n)]),
    [['gradualExit', 0n]],
  ],
  'the benefit stopped': [paidOne, month(undefined, []), [['stopped', -300_00n]]],
  'held, with its reason': [
    paidOne,
    month(one, [line(300_00n, { state: 'held', reason: 'death' })]),
    [['held', -300_00n, 'death']],
  ],
  'failed, with the words of the bank': [
    paidOne,
    month(one, [line(300_00n, { state: 'failed', bankReason: '账户已销户' })]),
    [['failed', -300_00n, '账户已销户']],
  ],
  'less on the card, with written consent': [
    paidOne,
    month(one, [line(300_00n, { withheld: 60_00n })]),
    [['withheld', -60_00n]],
  ],
  'no longer withheld': [month(one, [line(300_00n, { withheld: 60_00n })]), paidOne, [['withheld', 60_00n]]],
  'held, and therefore nothing withheld': [
    month(one, [line(300_00n, { withheld: 60_00n })]),
    month(one, [line(300_00n, { withheld: 60_00n, state: 'held', reason: 'death' })]),
    [
      ['withheld', 60_00n],
      ['held', -300_00n, 'death'],
    ],
  ],
  'paid again after a failure': [month(one, [line(300_00n, { state: 'failed' })]), paidOne, [['failed', 300_00n]]],
  'paid later, with the arrears of a list of October': [
    paidOne,
    month(one, [line(300_00n, { runMonth: '2026-10' })]),
    [['arrears', 0n, '2026-10']],
  ],
  'a price subsidy': [
    paidOne,
    month(one, [line(300_00n), line(21_00n, { kind: 'priceLinkage' })]),
    [['subsidy', 21_00n]],
  ],
  'paid in no list before, and more than is due by now': [
    month(entitled({ a: 300_00n, b: 300_00n }), []),
    month(one, [line(600_00n)]),
    [
      ['memberOut', -300_00n],
      ['undrawn', 600_00n],
      ['overpaid', 300_00n],
    ],
  ],
  'the last month of the system before this one, and the first of this': [
    { ...month(one, []), elsewhere: true },
    paidOne,
    [['elsewhere', 300_00n]],
  ],
  'two months of the system before': [
    { ...month(one, []), elsewhere: true },
    { ...month(one, []), elsewhere: true },
    [],
  ],
  'paid although the benefit had ended': [
    paidOne,
    month(undefined, [line(300_00n)]),
    [
      ['stopped', -300_00n],
      ['overpaid', 300_00n],
    ],
  ],
};

it.each(Object.entries(examples))('%s', (_name, [was, is, parts]) => {
  expect(differenceOf(was, is).map(({ reason, fen, details }) => [reason, fen, ...details])).toEqual(parts);
});

it('sums the parts of any two months to the difference of what was paid', () => {
  const states = ['paid', 'held', 'failed', 'pending', 'sent', 'cancelled'];
  const kinds = ['regular', 'difference', 'priceLinkage'];
  const entitlements = [
    undefined,
    one,
    entitled({ a: 250_00n, b: 90_00n }),
    entitled({ b: 10_00n }, { kind: 'gradualExit' }),
  ];
  const months = entitlements.flatMap((given) =>
    states.flatMap((state) =>
      kinds.flatMap((kind) =>
        [0n, 60_00n].map((withheld) => month(given, [line(300_00n, { withheld }), line(77n, { state, kind })])),
      ),
    ),
  );
  for (const was of [undefined, ...months])
    for (const is of months) {
      const parts = differenceOf(was, is).reduce((sum, { fen }) => sum + fen, 0n);
      expect(parts).toBe(sumsOf(is).paid - (was ? sumsOf(was).paid : 0n));
    }
});
