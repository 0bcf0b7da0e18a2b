import { createCalendar, localOverlays, nationalCalendarYears } from '../calendar';
import { firstOf, pastLimit, requireYoung } from './carry-age';
import { daysLate, dueOn, stageOn } from './clocks';
import { plainDocumentNumber } from './document-number';
import { forecast } from './forecast';
import { movementFault, type Movement } from './movements';
import { splitNeed } from './shares';

/** @clause 三(二) money from level to level, on time, each level its share */
const calendar = createCalendar(nationalCalendarYears, localOverlays);

describe('the pass-down clock', () => {
  it('counts thirty calendar days after the day of receipt', () => {
    expect(dueOn('2026-03-02', 30, calendar, '5305')).toBe('2026-04-01');
  });
  it('ends on the next working day where the last is none', () => {
    // 30 days after 2026-01-16 is Sunday, 15 February; the Spring Festival lasts until the 23rd.
    expect(dueOn('2026-01-16', 30, calendar, '5305')).toBe('2026-02-24');
  });
  it('goes by the plain date in a year whose calendar is not published', () => {
    expect(dueOn('2031-03-01', 30, calendar, '5305')).toBe('2031-03-31');
  });
  it.each([
    ['2026-03-24', undefined, 0],
    ['2026-03-25', 'reminder', 0],
    ['2026-04-01', 'reminder', 0],
    ['2026-04-02', 'late', 1],
    ['2026-04-11', 'late', 10],
  ] as const)('on %s: %s, %i days late', (today, stage, late) => {
    expect([stageOn(today, '2026-04-01', 7), daysLate(today, '2026-04-01')]).toEqual([stage, late]);
  });
});

describe('the number of a document', () => {
  it.each(['云财社〔2026〕3号', '云财社[2026] 3号', '云财社【2026】3号', '云财社(2026)3 号'])(
    '%s is kept as one',
    (written) => expect(plainDocumentNumber(written)).toBe('云财社〔2026〕3号'),
  );
  it('keeps what is no year in brackets', () => expect(plainDocumentNumber('入账通知(补)1')).toBe('入账通知(补)1'));
});

describe('a movement', () => {
  const movement: Movement = {
    kind: 'allocation',
    source: 'central',
    from: '5305',
    to: '530581',
    year: 2026,
    on: '2026-03-02',
  };
  const fault = (change: Partial<Movement>, office = '530581') =>
    movementFault({ ...movement, ...change }, office, '2026-03-02')?.field;

  it.each<[Partial<Movement>, string | undefined, string]>([
    [{}, undefined, '530581'],
    [{}, undefined, '5305'],
    [{}, 'kind', '53'],
    [{ from: '53' }, undefined, '530581'],
    [{ from: '', to: '53' }, undefined, '53'],
    [{ from: '', to: '530581' }, 'toDivision', '530581'],
    [{ from: '5306' }, 'toDivision', '530581'],
    [{ source: 'county' }, 'source', '530581'],
    [{ source: 'county', from: '530581' }, undefined, '530581'],
    [{ source: 'prefecture', from: '53' }, 'source', '530581'],
    [{ source: 'central', from: '530581' }, 'source', '530581'],
    [{ kind: 'release' }, 'kind', '530581'],
    [{ kind: 'release' }, undefined, '5305'],
    [{ kind: 'release', source: 'county', from: '530581' }, 'kind', '530581'],
    [{ kind: 'arrival' }, 'kind', '5305'],
    [{ kind: 'carry', from: '530581', year: 2025, on: '2025-12-31' }, undefined, '530581'],
    [{ kind: 'carry', from: '530581', year: 2025, on: '2025-12-30' }, 'onDate', '530581'],
    [{ kind: 'carry', from: '530581', year: 2024, on: '2026-01-01' }, 'year', '530581'],
    [{ kind: 'carry', year: 2025 }, 'fromDivision', '530581'],
    [{ kind: 'carry', from: '5305', to: '5305', year: 2025 }, 'kind', '530581'],
    [{ kind: 'handBack' }, undefined, '530581'],
    [{ kind: 'handBack' }, 'kind', '5305'],
    [{ kind: 'handBack', source: 'county', from: '530581' }, undefined, '530581'],
    [{ on: '2026-03-03' }, 'onDate', '530581'],
    [{ year: 2028 }, 'year', '530581'],
    [{ year: 2027 }, undefined, '530581'],
  ])('%j: %s, entered by %s', (change, field, office) => expect(fault(change, office)).toBe(field));
});

describe('money that is carried on', () => {
  const parts = [
    { year: 2025, fen: 30n },
    { year: 2026, fen: 20n },
  ];
  it.each([
    [2026, 2, []],
    [2027, 2, [2025]],
    [2028, 2, [2025, 2026]],
    [2027, 3, []],
    [2026, 1, [2025]],
  ])('into %i where it lasts %i years: handed back is that of %j', (into, years, old) =>
    expect(pastLimit(parts, into, years).map(({ year }) => year)).toEqual(old),
  );
  it('goes in its order, to the fen', () => {
    expect(firstOf(parts, 30n)).toEqual([parts[0]]);
    expect(firstOf(parts, 31n)).toEqual([parts[0], { year: 2026, fen: 1n }]);
    expect(firstOf(parts, 99n)).toEqual(parts);
  });
  it('is refused with what must go back and until when it could go on', () => {
    expect(() => requireYoung(parts, 2026, 2)).not.toThrow();
    expect(() => requireYoung(parts, 2027, 2)).toThrow(
      '其中0.30元最早是2025年度的资金,最迟结转到2026年度;连续2个年度未用完的应当交回',
    );
  });
});

describe('what each level owes', () => {
  const ratios = [
    ['central', '0.70'],
    ['provincial', '0.20'],
    ['prefecture', '0.05'],
    ['county', '0.05'],
  ] as const;
  it('is the whole, to the fen', () => {
    for (const need of [0n, 1n, 7n, 33n, 99_999_999_999n]) {
      const shares = splitNeed(need, ratios);
      expect(shares.reduce((sum, { fen }) => sum + fen, 0n)).toBe(need);
      expect(shares.every(({ fen }) => fen >= 0n)).toBe(true);
    }
    expect(splitNeed(1_000_01n, ratios).map(({ fen }) => fen)).toEqual([70_001n, 20_000n, 5_000n, 5_000n]);
  });
  it('refuses ratios that are not the whole', () =>
    expect(() => splitNeed(1n, [['central', '0.7']])).toThrow('之和应为1'));
});

describe('the forecast', () => {
  const needs = ['2026-10', '2026-11', '2026-12', '2027-01'].map((month) => ({ month, fen: 100n }));
  it('finds the month in which the money runs out, and how much is missing', () => {
    expect(forecast(needs, new Map([[2026, 250n]]))).toMatchObject({ runsOut: '2026-12', missing: 50n });
    expect(forecast(needs, new Map([[2026, 250n]])).months.map(({ left }) => left)).toEqual([150n, 50n, -50n]);
  });
  it('lasts when it is just enough, and never uses the money of another year', () => {
    expect(forecast(needs, new Map([[2026, 300n]]))).toMatchObject({ runsOut: undefined, missing: 0n });
    expect(
      forecast(
        needs,
        new Map([
          [2026, 9_000n],
          [2027, 0n],
        ]),
      ),
    ).toMatchObject({ runsOut: '2027-01', missing: 100n });
  });
});
