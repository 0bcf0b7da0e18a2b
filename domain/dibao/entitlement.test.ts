import { fraction } from '../rational';
import { cutForWorkRefusal, firstMonth, monthsOverpaidAfterDeath, overpaidAfterDeath, type Share } from './entitlement';

const shares: readonly Share[] = [
  { member: '张三', fen: 40_000n },
  { member: '李四', fen: 40_000n },
];
const rule = { times: 3, part: fraction(1n) };

describe('entitlement', () => {
  it.each([
    ['2022-07-01', '2022-08'],
    ['2022-07-31', '2022-08'],
    ['2022-12-31', '2023-01'],
  ])('decided on %s starts in %s', (on, month) => expect(firstMonth(on)).toBe(month));

  it('counts the months paid after the month of death', () => {
    expect(monthsOverpaidAfterDeath('2022-11-30', '2023-01')).toEqual(['2022-12', '2023-01']);
    expect(monthsOverpaidAfterDeath('2022-11-01', '2022-11')).toEqual([]);
    expect(overpaidAfterDeath('2022-11-30', '2023-01', 40_000n)).toBe(80_000n);
  });

  it('cuts only the own share, and only at the third refusal', () => {
    expect(cutForWorkRefusal(shares, '张三', 2, rule)).toMatchObject({ shares, cut: 0n });
    expect(cutForWorkRefusal(shares, '张三', 3, rule)).toMatchObject({
      shares: [
        { member: '张三', fen: 0n },
        { member: '李四', fen: 40_000n },
      ],
      cut: 40_000n,
    });
    expect(cutForWorkRefusal(shares, '王五', 3, rule)).toMatchObject({ shares, cut: 0n });
    expect(cutForWorkRefusal(shares, '李四', 4, { times: 3, part: fraction(1n, 2n) }).cut).toBe(20_000n);
  });
});
