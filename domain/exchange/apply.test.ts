import { judgeReceipt, type Sent } from './apply';
import type { ReceiptLine } from './receipt';

const line = (recordNumber: string, answer: 'accepted' | 'rejected'): ReceiptLine => ({
  line: 2,
  recordNumber,
  answer,
  reason: '',
  theirNumber: '',
  answeredOn: undefined,
});
const sent = (state: Sent['state']): Sent => ({ id: state, state });
const rows = new Map([
  ['S', sent('sent')],
  ['A', sent('accepted')],
  ['R', sent('rejected')],
  ['L', sent('leftOut')],
]);
const outcomes = (...lines: ReceiptLine[]) => judgeReceipt(lines, rows).map(({ outcome }) => outcome);

it.each([
  ['S', 'accepted', 'applied'],
  ['S', 'rejected', 'applied'],
  ['R', 'accepted', 'applied'],
  ['R', 'rejected', 'repeated'],
  ['A', 'accepted', 'repeated'],
  ['A', 'rejected', 'conflicting'],
  ['L', 'accepted', 'conflicting'],
  ['nowhere', 'accepted', 'unknown'],
] as const)('%s answered as %s: %s', (number, answer, outcome) => {
  expect(outcomes(line(number, answer))).toEqual([outcome]);
});

it('a record that stands twice in one file is answered once, by its first line', () => {
  expect(outcomes(line('S', 'accepted'), line('S', 'accepted'), line('S', 'rejected'))).toEqual([
    'applied',
    'repeated',
    'conflicting',
  ]);
  expect(outcomes(line('S', 'rejected'), line('S', 'accepted'))).toEqual(['applied', 'conflicting']);
});
