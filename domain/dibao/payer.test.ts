import fc from 'fast-check';
import { addMonthsToMonth } from '../civil-date';
import { payerOf } from './payer';

const moved = [
  { division: '530581001000', fromMonth: '2022-08' },
  { division: '530102001000', fromMonth: '2023-03' },
];

describe('who pays a month', () => {
  it.each([
    ['2022-08', '530581001000'],
    ['2023-02', '530581001000'],
    ['2023-03', '530102001000'],
    ['2030-01', '530102001000'],
    ['2022-01', '530581001000'],
  ])('%s: %s', (month, division) => expect(payerOf(moved, month, '530102001000')).toBe(division));

  it('is the present office of a case that never moved', () =>
    expect(payerOf([], '2022-08', '530581001000')).toBe('530581001000'));

  it('is one office every month and changes only where an office begins', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }), (starts) => {
        const offices = [...starts]
          .sort((a, b) => a - b)
          .map((start) => ({ division: `office-${start}`, fromMonth: addMonthsToMonth('2022-01', start) }));
        for (let month = 1; month < 70; month += 1) {
          const [before, now] = [month - 1, month].map((index) =>
            payerOf(offices, addMonthsToMonth('2022-01', index), 'office-60'),
          );
          if (before !== now) expect(starts).toContain(month);
        }
        const last = addMonthsToMonth('2022-01', 70);
        expect(payerOf(offices, last, 'x')).toBe(offices.at(-1)?.division);
      }),
    ));
});
