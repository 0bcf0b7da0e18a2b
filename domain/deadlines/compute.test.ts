import { createCalendar, localOverlays, nationalCalendarYears } from '../calendar';
import { endOfDay } from '../civil-date';
import { AppError } from '../errors';
import { createParameters, nationalParameters, parameters, type Parameter } from '../parameters';
import { computeDeadline, escalationOf, type DeadlineInput } from './compute';
import { deadlineKinds, kindRow, type DeadlineKind } from './kinds';

const calendar = createCalendar(nationalCalendarYears, localOverlays);
const KUNMING = '530102001000';
const MIDU = '532925100000';
const GENGMA = '530926100000';
const DALI = '532901001000';
const BANNA = '532801001000';

const compute = (input: Partial<DeadlineInput> & Pick<DeadlineInput, 'kind' | 'from'>) =>
  computeDeadline({ division: KUNMING, parameters, calendar, ...input });

const failure = (act: () => unknown): AppError => {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('no AppError was thrown');
};

describe('limits in working days, counted by hand', () => {
  it.each([
    // over National Day 2022, with both make-up days
    ['decision', 'county', '2022-09-01', '2022-10-19', 30],
    // delegated: by the law of the day of acceptance
    ['decision', 'delegated', '2022-10-19', '2022-11-30', 30],
    ['decision', 'delegated', '2022-10-20', '2022-11-17', 20],
    // over Spring Festival 2024: 除夕 is worked, so are 02-04 and 02-18
    ['decision', 'extended', '2024-01-15', '2024-03-21', 45],
    // over National Day 2025: 09-28 and 10-11 are worked
    ['countyReview', undefined, '2025-09-26', '2025-10-16', 10],
    // the third day is a worked Saturday after Spring Festival 2023
    ['investigationStart', undefined, '2023-01-18', '2023-01-28', 3],
    ['dataCheckStart', undefined, '2026-02-13', '2026-02-25', 3],
    ['refusalLetter', undefined, '2021-09-29', '2021-10-09', 3],
    ['posting', undefined, '2025-01-27', '2025-02-05', 1],
    ['completenessCheck', undefined, '2025-04-30', '2025-05-07', 2],
    ['changeProcessing', undefined, '2021-02-05', '2021-02-24', 10],
    ['complaint', 'fraud', '2024-04-28', '2024-05-21', 15],
  ] as const)('%s (%s) from %s ends on %s', (kind, variant, from, due, length) => {
    const limit = compute({ kind, from, ...(variant && { variant }) });
    expect(limit).toMatchObject({ due, length, unit: 'workingDays', dueAt: endOfDay(due) });
  });

  it.each([
    [KUNMING, '2025-04-22'],
    [DALI, '2025-04-23'],
    [BANNA, '2025-04-25'],
  ])('depend on the place: transfer at %s ends on %s', (division, due) =>
    expect(compute({ kind: 'transfer', from: '2025-04-08', division }).due).toBe(due),
  );
});

describe('the public notice', () => {
  it.each([
    [KUNMING, '2022-09-23', '2022-09-30', 'days'],
    // the seventh day falls into National Day: the next working day is a worked Saturday
    [KUNMING, '2022-09-27', '2022-10-08', 'days'],
    [KUNMING, '2024-02-05', '2024-02-18', 'days'],
    // 弥渡 and 耿马 post for seven working days; the later end counts
    [MIDU, '2022-09-23', '2022-10-09', 'workingDays'],
    [GENGMA, '2024-02-05', '2024-02-20', 'workingDays'],
  ])('at %s posted on %s runs to %s', (division, from, due, unit) =>
    expect(compute({ kind: 'publicNotice', from, division })).toMatchObject({ due, unit, length: 7 }),
  );

  it('takes the days where they end later than the working days', () => {
    const longer: Parameter[] = [
      {
        ...nationalParameters.find(({ id }) => id === 'deadline.publicNotice.days')!,
        values: [{ division: '532925', from: '2022-01-01', value: 30, reference: '测试', confidence: 'L' }],
      },
    ];
    const local = createParameters(nationalParameters, longer);
    expect(compute({ kind: 'publicNotice', from: '2022-11-01', division: MIDU, parameters: local })).toMatchObject({
      due: '2022-12-01',
      unit: 'days',
    });
  });

  it('ends on the seventh day itself where the roll is switched off', () => {
    const off: Parameter[] = [
      {
        ...nationalParameters.find(({ id }) => id === 'deadline.roll')!,
        values: [
          {
            division: '53',
            category: 'publicNotice',
            from: '2022-01-01',
            value: false,
            reference: '测试',
            confidence: 'L',
          },
        ],
      },
    ];
    const local = createParameters(nationalParameters, off);
    expect(compute({ kind: 'publicNotice', from: '2022-09-27', parameters: local }).due).toBe('2022-10-04');
  });
});

describe('limits in days and months', () => {
  it.each([
    ['supplement', undefined, '2023-12-02', '2024-01-02'],
    ['reconsideration', undefined, '2022-11-25', '2023-01-28'],
    ['suit', 'direct', '2022-04-01', '2022-10-08'],
    ['suit', 'afterReconsideration', '2022-09-20', '2022-10-08'],
    ['complaint', 'petition', '2024-03-01', '2024-04-30'],
    // months end on the same day number or the last day of a shorter month, also on a Sunday
    ['recheck', 'yearly', '2024-02-29', '2025-02-28'],
    ['recheck', 'halfYearly', '2024-08-31', '2025-02-28'],
    ['recheck', 'yearly', '2024-06-01', '2025-06-01'],
    ['deathProcessing', undefined, '2022-11-30', '2023-02-28'],
    ['suspensionReview', undefined, '2024-11-30', '2025-02-28'],
  ] as const)('%s (%s) from %s ends on %s', (kind, variant, from, due) =>
    expect(compute({ kind, from, ...(variant && { variant }) }).due).toBe(due),
  );

  it('needs no calendar where nothing rolls', () =>
    expect(compute({ kind: 'recheck', from: '2026-06-01' }).due).toBe('2027-06-01'));

  it('fails closed where the count leaves the published years', () => {
    expect(compute({ kind: 'decision', from: '2026-11-10' }).due).toBe('2026-12-22');
    expect(failure(() => compute({ kind: 'decision', from: '2026-11-30' })).code).toBe('calendarUnpublished');
    expect(failure(() => compute({ kind: 'supplement', from: '2026-12-10' })).message).toContain('2027年日历未发布');
  });
});

// Paid by the month: it ends with the last month that is paid.
describe('gradual exit', () => {
  it.each([
    ['2022-06-28', 6, '2022-12-31'],
    ['2022-07-01', 12, '2023-07-31'],
    ['2022-10-19', 12, '2023-10-31'],
    ['2022-10-20', 6, '2023-04-30'],
    ['2022-10-20', 1, '2022-11-30'],
    ['2022-12-31', 2, '2023-02-28'],
  ])('granted on %s for %i months ends on %s', (from, months, due) =>
    expect(compute({ kind: 'gradualExit', from, months }).due).toBe(due),
  );

  it.each([
    ['2022-07-01', 5],
    ['2022-07-01', 13],
    ['2022-10-20', 7],
    ['2022-10-20', 0],
    ['2022-10-20', undefined],
  ])('granted on %s for %p months is refused', (from, months) => {
    const { details, code } = failure(() =>
      compute({ kind: 'gradualExit', from, ...(months !== undefined && { months }) }),
    );
    expect(code).toBe('invalidInput');
    expect(details.fields?.[0]?.path).toBe('months');
  });

  it('reminds 60, 30 and 7 days before', () =>
    expect(
      compute({ kind: 'gradualExit', from: '2023-01-15', months: 6 }).reminders.map((at) => new Date(at).toISOString()),
    ).toEqual(['2023-06-01T01:00:00.000Z', '2023-07-01T01:00:00.000Z', '2023-07-24T01:00:00.000Z']));
});

describe('the law of the day', () => {
  it('can be another day than the start', () =>
    expect(compute({ kind: 'decision', variant: 'delegated', from: '2022-10-24', lawOn: '2022-10-19' }).length).toBe(
      30,
    ));

  it('is not guessed before the rule', () =>
    expect(failure(() => compute({ kind: 'decision', from: '2021-06-30' })).code).toBe('parameterUnknown'));

  it('knows every kind and variant from 2022-10-20 on', () => {
    for (const kind of Object.keys(deadlineKinds) as DeadlineKind[]) {
      const months = kind === 'gradualExit' ? { months: 3 } : {};
      for (const variant of kindRow(kind).variants ?? [undefined]) {
        const limit = compute({ kind, from: '2023-03-01', ...months, ...(variant && { variant: variant as never }) });
        expect(limit.clause).not.toBe('');
        expect(limit.explanation).toContain(limit.clause);
      }
    }
  });

  it('refuses a variant or months that the kind has not', () => {
    expect(
      failure(() => compute({ kind: 'posting', from: '2023-03-01', variant: 'county' })).details.fields?.[0]?.path,
    ).toBe('variant');
    expect(
      failure(() => compute({ kind: 'decision', from: '2023-03-01', variant: 'yearly' })).details.fields?.[0]?.message,
    ).toContain('delegated');
    expect(failure(() => compute({ kind: 'decision', from: '2023-03-01', months: 2 })).details.fields?.[0]?.path).toBe(
      'months',
    );
  });
});

describe('what is told', () => {
  it('explains rule, first day, skipped days and end', () => {
    const limit = compute({ kind: 'decision', from: '2022-09-01' });
    expect(limit.explanation).toBe(
      '审核确认期限自受理之日起30个工作日(《最低生活保障审核确认办法》(民发〔2021〕57号)第二十二条);2022年9月1日当日不计,从2022年9月2日起算;其间中秋节3天、国庆节7天、周末8天不计;到2022年10月19日24时止。',
    );
    expect(limit.skipped).toHaveLength(18);
    expect(limit.skipped[0]).toEqual({ date: '2022-09-03', why: '星期六' });
  });

  it('explains a roll and two units', () => {
    expect(compute({ kind: 'publicNotice', from: '2022-09-27' }).explanation).toContain(
      '2022年10月4日为国庆节,顺延到2022年10月8日',
    );
    expect(compute({ kind: 'publicNotice', from: '2022-09-23', division: MIDU }).explanation).toContain(
      '7个工作日与7日取较晚者',
    );
  });

  it('marks defaults', () => {
    expect(compute({ kind: 'posting', from: '2023-03-01' }).assumed).toBe(true);
    expect(compute({ kind: 'decision', from: '2023-03-01' }).assumed).toBe(false);
  });
});

describe('a promised limit', () => {
  const promise = (value: number): Parameter[] => [
    {
      ...nationalParameters.find(({ id }) => id === 'deadline.decision.promised')!,
      values: [
        {
          division: '530581',
          category: 'delegated',
          from: '2018-01-01',
          value,
          reference: '腾冲市服务承诺(测试)',
          confidence: 'L',
        },
      ],
    },
  ];
  const limit = (value: number, division: string) =>
    compute({
      kind: 'decision',
      variant: 'delegated',
      from: '2022-10-20',
      division,
      parameters: createParameters(nationalParameters, promise(value)),
    });

  it('stands beside the statutory one where the office made it', () => {
    expect(limit(15, '530581001000')).toMatchObject({
      due: '2022-11-17',
      promised: '2022-11-10',
      promisedAt: endOfDay('2022-11-10'),
    });
    expect(limit(15, KUNMING).promised).toBeUndefined();
  });

  it('counts only when it is shorter', () => expect(limit(25, '530581001000').promised).toBeUndefined());
});

describe('the ladder', () => {
  it('rises 0, 1, 3 and 5 working days after the end', () =>
    expect(escalationOf({ due: '2022-09-30' }, { division: KUNMING, parameters, calendar })).toEqual([
      { level: 0, workingDays: 0, at: endOfDay('2022-09-30') },
      { level: 1, workingDays: 1, at: endOfDay('2022-10-08') },
      { level: 2, workingDays: 3, at: endOfDay('2022-10-10') },
      { level: 3, workingDays: 5, at: endOfDay('2022-10-12') },
    ]));

  it('counts the week where the calendar ends, so that somebody hears of it', () =>
    expect(
      escalationOf({ due: '2026-12-30' }, { division: KUNMING, parameters, calendar }).map(({ at }) => at),
    ).toEqual(['2026-12-30', '2026-12-31', '2027-01-04', '2027-01-06'].map(endOfDay)));
});
