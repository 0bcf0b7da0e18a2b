import { parameters } from '../parameters';
import { assess } from './assess';
import { assessmentToJson } from './to-json';
import { toldClass } from './told-class';

const told = (area: 'urban' | 'rural', birthDate: string) =>
  toldClass(
    assessmentToJson(
      assess(
        {
          ...{ date: '2022-08-01', division: '530581001', area },
          members: [{ id: 'a', relation: 'applicant', birthDate, labour: 'none' }],
        },
        parameters,
      ),
    ),
  );

it('reads the class out of an assessment as it is kept', () => expect(told('rural', '1940-01-01')).toBe('A'));

it('knows none of a household in a town, of a household in several, and of one without anybody', () => {
  expect(told('urban', '1940-01-01')).toBeUndefined();
  expect(toldClass({ beneficiaries: [{ class: 'A' }, { class: 'B' }] })).toBeUndefined();
  expect(toldClass({})).toBeUndefined();
});
