import { createCalendar, nationalCalendarYears } from '../../domain/calendar';
import { previewDeadline } from '../../domain/deadlines/preview';
import { parameters } from '../../domain/parameters';
import { invalidInput } from '../http/errors';
import { DeadlineAnswer, deadlineAnswer, deadlineQuestion } from './previewSchema';

const question = { kind: 'decision', from: '2022-10-20', division: '530581', variant: 'delegated' };
const wrong = (changes: Record<string, unknown>) => {
  const read = deadlineQuestion.safeParse({ ...question, ...changes });
  return read.success ? [] : (invalidInput(read.error).details.fields ?? []);
};

describe('the question of a limit', () => {
  it.each([
    ['kind', 'desision'],
    ['kind', undefined],
    ['variant', 'yesterday'],
    ['from', '2022-02-30'],
    ['from', '2022-7-1'],
    ['division', '53058'],
    ['months', 0],
    ['months', 'x'],
    ['on', '2022-13-01'],
    ['wehn', '2022-10-20'],
  ])('names %s = %p', (field, value) => {
    const fields = wrong({ [field]: value });
    expect(fields.map(({ path }) => path)).toEqual([field]);
    expect(fields[0]?.message).toMatch(/[一-鿿]/);
  });

  it('is answered in the shape that is published', () => {
    const asked = deadlineQuestion.parse(question);
    const answer = deadlineAnswer(
      previewDeadline(asked, { parameters, calendar: createCalendar(nationalCalendarYears) }),
    );
    expect(DeadlineAnswer.strict().parse(JSON.parse(JSON.stringify(answer)))).toMatchObject({
      due: '2022-11-17',
      dueAt: '2022-11-17T16:00:00.000Z',
    });
  });
});
