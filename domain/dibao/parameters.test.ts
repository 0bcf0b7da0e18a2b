import { fenFromYuan } from '../money';
import { nationalParameters } from '../parameters/generated';
import { createParameters, type DatedValue } from '../parameters/resolve';
import { parameterSpecs, specOf } from './parameter-specs';

const parameters = createParameters(nationalParameters);
const dibao = nationalParameters.filter(({ id }) => id.startsWith('dibao.'));
const days = [
  '2018-07-01',
  '2019-07-01',
  '2020-06-01',
  '2021-07-01',
  '2022-07-01',
  '2023-07-01',
  '2024-07-01',
  '2025-07-01',
];
const fen = (id: string, on: string, division = '53') =>
  fenFromYuan(String(parameters.get(id, { on, division }).value));

describe('published parameters', () => {
  it('hold everything the rules read, with the same unit', () => {
    const published = Object.fromEntries(dibao.map(({ id, unit }) => [id, unit]));
    expect(published).toMatchObject(
      Object.fromEntries(Object.entries(parameterSpecs).map(([id, { unit }]) => [id, unit])),
    );
  });

  it('have choices and categories that the rules know', () => {
    for (const { id, values } of dibao)
      for (const { value, category } of values) {
        const spec = specOf(id);
        if (spec?.choices) expect(spec.choices).toContain(value);
        if (spec && category !== undefined && spec.categories !== 'open') expect(spec.categories).toContain(category);
      }
  });

  it('mark what is assumed, and give a reference for everything', () => {
    for (const { values } of dibao)
      for (const value of values) {
        expect(value.reference.length).toBeGreaterThan(1);
        if (value.reference.startsWith('默认值')) expect(value.assumed).toBe(true);
      }
  });

  it('leave no gap and no overlap within one place and category', () => {
    for (const { id, values } of dibao) {
      const groups = new Map<string, DatedValue[]>();
      for (const value of values) {
        const key = `${id} ${value.division} ${value.category ?? ''}`;
        groups.set(key, [...(groups.get(key) ?? []), value]);
      }
      for (const group of groups.values())
        group.reduce((before, next) => {
          expect(next.from > before.from).toBe(true);
          if (before.to !== undefined) expect(before.to < next.from).toBe(true);
          return next;
        });
    }
  });

  it.each(days.filter((on) => on >= '2020-06-01'))(
    'on %s the 特困 standard is at least 1.3 times the urban one',
    (on) => {
      expect(fen('tekun.standard.basic', on) * 10n >= fen('dibao.standard.urban', on) * 13n).toBe(true);
    },
  );

  it('since 2025 the rural standard is at least three quarters of the urban one', () => {
    expect(
      fen('dibao.standard.rural', '2025-07-01') * 100n >= fen('dibao.standard.urban', '2025-07-01') * 12n * 75n,
    ).toBe(true);
  });

  it.each(['urban', 'rural'])('no local %s standard outlives a higher guide, except Kunming in 2020', (area) => {
    const id = `dibao.standard.${area}`;
    const below = dibao
      .find((parameter) => parameter.id === id)!
      .values.flatMap(({ division }) =>
        days.filter((on) => fen(id, on, division) < fen(id, on)).map((on) => `${division} ${on}`),
      );
    expect(below.filter((entry) => !/^5301.* 2020-06-01$/.test(entry))).toEqual([]);
  });

  it('raise the standards from date to date', () => {
    for (const id of ['dibao.standard.urban', 'dibao.standard.rural', 'tekun.standard.basic'])
      days.reduce((before, on) => {
        expect(fen(id, on) > fen(id, before)).toBe(true);
        return on;
      });
  });
});
