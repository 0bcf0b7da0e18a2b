import { searchBody } from './search';

const none = { stage: '', overdue: '' };

describe('the search box', () => {
  it('knows an ID number from a name or a case number', () => {
    expect(searchBody('53052219750515001x', none, undefined)).toEqual({ idNumber: '53052219750515001X' });
    expect(searchBody('马', none, undefined)).toEqual({ text: '马' });
    expect(searchBody('530581-2022-000123', { stage: 'reviewing', overdue: 'true' }, 'c')).toEqual({
      text: '530581-2022-000123',
      stage: 'reviewing',
      overdue: true,
      cursor: 'c',
    });
  });
});
