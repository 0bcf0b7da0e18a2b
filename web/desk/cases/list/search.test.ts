import { filterBody, filterQuery, noFilters, placesAbove, setOnes } from './filters';
import { searchWords } from './search';

describe('the search box', () => {
  it('knows an ID number from a name or a case number', () => {
    expect(searchWords('53052219750515001x')).toEqual({ idNumber: '53052219750515001X' });
    expect(searchWords('马')).toEqual({ text: '马' });
    expect(searchWords('530581-2022-000123')).toEqual({ text: '530581-2022-000123' });
  });
});

describe('the filters of the list', () => {
  const filters = { ...noFilters, stage: 'reviewing', due: '3', emergency: 'true', matter: 'change' };

  it('are the same in a body and in a query', () => {
    expect(filterBody(filters)).toEqual({
      stage: 'reviewing',
      dueWithinDays: 3,
      overdue: false,
      emergency: true,
      matter: 'change',
    });
    expect(filterQuery(filters)).toEqual({
      stage: 'reviewing',
      dueWithinDays: '3',
      overdue: 'false',
      emergency: 'true',
      matter: 'change',
    });
    expect(filterBody({ ...noFilters, due: 'overdue' })).toEqual({ overdue: true });
  });

  it('offer the villages once a township is chosen', () => {
    expect(placesAbove('530581', '')).toEqual(['530581']);
    expect(placesAbove('530581', '530581001')).toEqual(['530581', '530581001']);
    expect(placesAbove('530581001', '530581001201')).toEqual(['530581001']);
    expect(placesAbove('53', '530581001201')).toEqual(['53', '5305', '530581', '530581001']);
    expect(placesAbove('530581', '530601001')).toEqual(['530581']);
  });

  it('pass over what is no choice', () => {
    expect(filterBody({ ...noFilters, matter: 'invented', programme: 'none', due: 'soon', open: 'x' })).toEqual({});
    expect(setOnes(filters)).toEqual({ stage: 'reviewing', due: '3', emergency: 'true', matter: 'change' });
  });
});
