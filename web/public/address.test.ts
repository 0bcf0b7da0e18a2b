import { above, readAddress, writeAddress } from './address';

it('reads what it wrote', () => {
  const address = { view: 'long-term', division: '530581001', page: 3 } as const;
  expect(readAddress(writeAddress(address).slice('/public'.length))).toEqual(address);
  expect(writeAddress({ view: 'notices', division: '53', page: 1 })).toBe('/public');
});

it('takes nothing from the address that it does not know', () => {
  expect(readAddress('?view=admin&division=<b>&page=-1')).toEqual({ view: 'notices', division: '53', page: 1 });
});

it('names the places above one another', () => {
  expect(above('530581001002')).toEqual(['53', '5305', '530581', '530581001']);
  expect(above('53')).toEqual([]);
});
