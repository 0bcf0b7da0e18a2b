import { mainWayOf, programmeLabel } from './names';

it('shows the way to a benefit that is applied for, and none to one that was taken over', () => {
  expect(mainWayOf('dibao')).toEqual([
    'submitted',
    'investigating',
    'proposed',
    'publicised',
    'reviewing',
    'confirming',
    'benefiting',
  ]);
  expect(mainWayOf('tekun')).toEqual(['benefiting']);
});

it('names each programme', () => expect(['dibao', 'tekun'].map(programmeLabel)).toEqual(['低保', '特困']));
