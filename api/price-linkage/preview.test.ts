import { createCalendar, nationalCalendarYears } from '../../domain/calendar';
import { parameters } from '../../domain/parameters';
import { decide } from '../../domain/price-linkage/decide';
import { invalidInput } from '../http/errors';
import { answerView, previewQuestion, PriceLinkageAnswer, questionOf } from './preview-schema';

const question = { area: '530581', month: '2022-08', indices: { cpi: '3.0' }, class: '低保', settlement: '城市' };
const wrong = (changes: Record<string, unknown>) => {
  const read = previewQuestion.safeParse({ ...question, ...changes });
  return read.success ? [] : (invalidInput(read.error).details.fields ?? []);
};

describe('the question of price linkage', () => {
  it.each([
    ['area', '53058'],
    ['month', '2022-13'],
    ['month', '202208'],
    ['class', 'nobody'],
    ['settlement', 'mountain'],
    ['publishedOn', '2022-02-30'],
    ['indices.cpi', { cpi: '103.5' }],
    ['indices.cpy', { cpy: '3' }],
    ['overrides', 7],
    ['monht', '2022-08'],
  ])('names %s = %p', (path, value) => {
    const [field = ''] = path.split('.');
    const fields = wrong({ [field]: value });
    expect(fields.map((one) => one.path)).toEqual([path]);
    expect(fields[0]?.message).toMatch(/[一-鿿]/);
  });

  it('is answered in the shape that is published', () => {
    const calendar = createCalendar(nationalCalendarYears);
    const answer = answerView(decide(questionOf(previewQuestion.parse(question)), { parameters, calendar }));
    expect(PriceLinkageAnswer.strict().parse(JSON.parse(JSON.stringify(answer)))).toMatchObject({
      class: 'dibao',
      starts: true,
      amount: '21.00',
      deadline: { due: '2022-09-30' },
    });
  });
});
