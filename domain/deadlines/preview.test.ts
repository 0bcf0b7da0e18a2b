import { createCalendar, localOverlays, nationalCalendarYears } from '../calendar';
import { AppError } from '../errors';
import { parameters } from '../parameters';
import { previewDeadline, type DeadlineQuestion } from './preview';

const rules = { parameters, calendar: createCalendar(nationalCalendarYears, localOverlays) };
const ask = (question: Partial<DeadlineQuestion>) =>
  previewDeadline({ kind: 'posting', from: '2022-10-20', division: '530581', ...question }, rules);

describe('a limit tried without a case', () => {
  it.each([
    ['53', '云南省'],
    ['5305', '云南省保山市'],
    ['530500', '云南省保山市'],
    ['530581', '云南省保山市腾冲市'],
    ['530522', '云南省保山市腾冲市'],
    ['532331', '云南省楚雄彝族自治州禄丰市'],
  ])('takes the code %s as %s', (division, divisionPath) => expect(ask({ division }).divisionPath).toBe(divisionPath));

  it('takes codes of 9 and 12 digits', () => {
    expect(ask({ division: '530581001' }).division).toBe('530581001');
    expect(ask({ division: '530581001000' }).division).toBe('530581001');
  });

  it('names an unknown place', () => {
    try {
      ask({ division: '530599' });
      throw new Error('not refused');
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).details.fields).toEqual([
        { path: 'division', message: '没有行政区划530599,请核对代码' },
      ]);
    }
  });

  it('tells the law in force and the ladder', () => {
    const limit = ask({ kind: 'decision', variant: 'delegated', on: '2022-10-19' });
    expect(limit).toMatchObject({ lawOn: '2022-10-19', ruleFrom: '2021-07-01', length: 30, variant: 'delegated' });
    expect(limit.escalation.map(({ workingDays }) => workingDays)).toEqual([0, 1, 3, 5]);
  });
});
