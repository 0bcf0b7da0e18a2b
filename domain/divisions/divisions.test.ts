import { childrenOf, currentCode, divisionsOf, findDivision, nameOf, pathOf } from '.';
import { divisionChanges } from './generated';

describe('the places of Yunnan', () => {
  it.each([
    ['province', 1],
    ['prefecture', 16],
    ['county', 129],
    ['township', 1461],
    ['village', 750],
  ] as const)('has every %s: %i', (level, count) => expect(divisionsOf(level)).toHaveLength(count));

  it('hangs every place below a known one', () => {
    for (const { code } of [...divisionsOf('county'), ...divisionsOf('township'), ...divisionsOf('village')]) {
      const parent = code.slice(0, { 6: 4, 9: 6, 12: 9 }[code.length]);
      expect(findDivision(parent)).toBeDefined();
    }
  });

  it('knows the villages of three counties', () => {
    const counties = new Set(divisionsOf('village').map(({ code }) => code.slice(0, 6)));
    expect([...counties].map(nameOf).sort()).toEqual(['宣威市', '楚雄市', '腾冲市'].sort());
  });

  it('tells the whole path', () => {
    expect(pathOf('530581001000')).toMatch(/^云南省保山市腾冲市.+街道$/);
    expect(pathOf('5329')).toBe('云南省大理白族自治州');
  });

  it('takes codes filled up with zeros', () => {
    expect(findDivision('530000')?.name).toBe('云南省');
    expect(findDivision('530500')?.name).toBe('保山市');
    expect(findDivision('530581001000')).toEqual(findDivision('530581001'));
  });

  it('lists what lies below', () => {
    expect(childrenOf('53')).toHaveLength(16);
    expect(childrenOf('5305').map(({ name }) => name)).toEqual(['隆阳区', '施甸县', '龙陵县', '昌宁县', '腾冲市']);
    expect(childrenOf('530102001')).toEqual([]);
  });

  it.each(['530599', '54', '53058', 'x', '', '530581999'])('does not know %p', (code) =>
    expect(findDivision(code)).toBeUndefined(),
  );
});

describe('codes that ended', () => {
  it.each([
    ['532331', '禄丰县', '532302', '禄丰市'],
    ['530328', '沾益县', '530303', '沾益区'],
    ['530321', '马龙县', '530304', '马龙区'],
    ['530421', '江川县', '530403', '江川区'],
    ['530422', '澄江县', '530481', '澄江市'],
    ['530122', '晋宁县', '530115', '晋宁区'],
    ['530630', '水富县', '530681', '水富市'],
    ['530522', '腾冲县', '530581', '腾冲市'],
    ['533421', '香格里拉县', '533401', '香格里拉市'],
    ['533321', '泸水县', '533301', '泸水市'],
    ['532526', '弥勒县', '532504', '弥勒市'],
    ['532621', '文山县', '532601', '文山市'],
    ['532522', '蒙自县', '532503', '蒙自市'],
  ])('%s %s leads to %s %s', (old, oldName, code, name) => {
    expect(nameOf(old)).toBe(oldName);
    expect(currentCode(old)).toBe(code);
    expect(nameOf(code)).toBe(name);
    expect(findDivision(old)).toMatchObject({ level: 'county', successor: code });
  });

  it('changes on the day, for the places below too', () => {
    expect(currentCode('530328100000', '2016-03-19')).toBe('530328100000');
    expect(currentCode('530328100000', '2016-03-20')).toBe('530303100000');
    expect(findDivision('530303', '2016-03-19')).toBeUndefined();
    expect(findDivision('530328', '2016-03-19')?.to).toBe('2016-03-19');
    expect(findDivision('530328', '2016-03-20')).toBeUndefined();
    expect(findDivision('530303', '2016-03-20')?.from).toBe('2016-03-20');
  });

  it('finds a township under the old code of its county', () => {
    expect(findDivision('530522001')?.name).toBe(nameOf('530581001'));
    expect(pathOf('530522001')).toBe(`云南省保山市腾冲县${nameOf('530581001')}`);
  });

  it('has no chain and no code twice', () => {
    const olds = divisionChanges.map(({ code }) => code);
    expect(new Set(olds).size).toBe(olds.length);
    expect(divisionChanges.filter(({ successor }) => olds.includes(successor))).toEqual([]);
  });

  it('leaves what never changed', () => expect(currentCode('530102', '2020-01-01')).toBe('530102'));
});
