import { composePaymentList } from './list';
import { composeDisclosure } from './paper';
import { averagesOf, byClass, byTownship, sumOf, type DisclosurePart } from './table';

const part = (more: Partial<DisclosurePart>): DisclosurePart => ({
  township: '530581001',
  programme: 'dibao',
  class: 'A',
  households: 2,
  persons: 3,
  personTimes: 4,
  fen: 1000_00n,
  yearPersonTimes: 12,
  yearFen: 3000_00n,
  ...more,
});
const parts = [part({}), part({ class: 'C' }), part({ class: 'urban', township: '530581002', fen: 1n })];

/** @clause 三(一) averages name their denominators; parts sum to the whole */
it('divides by households, by persons and by person-times, half up, and by nothing never', () => {
  expect(averagesOf(part({}))).toEqual({ perHousehold: 500_00n, perPerson: 333_33n, perPersonTime: 250_00n });
  expect(averagesOf(part({ fen: 5n, households: 2 })).perHousehold).toBe(3n);
  expect(averagesOf(part({ households: 0, persons: 0, personTimes: 0, fen: 0n }))).toEqual({
    perHousehold: undefined,
    perPerson: undefined,
    perPersonTime: undefined,
  });
});

it('sums to the same whole by class and by township', () => {
  const whole = sumOf(parts);
  expect(sumOf(byClass(parts, 'dibao').map(({ counts }) => counts))).toEqual(whole);
  expect(sumOf(byTownship(parts).map(({ counts }) => counts))).toEqual(whole);
  expect(byClass(parts, 'dibao').map(({ key }) => key)).toEqual(['urban', 'A', 'C']);
});

it('says on paper what each average is divided by, and the reason of a correction', () => {
  const { blocks } = composeDisclosure({
    title: '腾冲市社会救助资金发放情况',
    office: '腾冲市民政局',
    month: '2026-09',
    version: 2,
    reason: '补录退票',
    on: '2026-10-08',
    createdAt: 0,
    sections: [{ title: '低保', of: '类别', rows: [{ label: '农村A类', counts: part({}) }], total: part({}) }],
  });
  const words = JSON.stringify(blocks);
  for (const said of ['户均（元/户）', '人均（元/人）', '次均（元/人次）', '更正原因：补录退票', '第2版', '合计'])
    expect(words).toContain(said);
});

it('lists name, members and amount, and of a minor no name', () => {
  const { blocks } = composePaymentList({
    programme: '最低生活保障',
    office: '腾越街道办事处',
    place: '观音塘社区',
    month: '2026-09',
    on: '2026-09-20',
    createdAt: 0,
    rows: [
      { caseNumber: '1', applicantName: '甲示例', applicantMinor: false, memberCount: 3, fen: 900_00n },
      { caseNumber: '2', applicantName: '乙示例', applicantMinor: true, memberCount: 1, fen: 100_00n },
    ],
  });
  const words = JSON.stringify(blocks);
  expect(words).toContain('甲示例');
  expect(words).not.toContain('乙示例');
  expect(words).toContain('2户，共1000.00元');
});
