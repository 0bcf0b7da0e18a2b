import { comingWeek } from './coming-week';

const now = Date.parse('2022-08-01T02:00:00Z');
const inDays = (days: number): string => new Date(now + days * 86_400_000).toISOString();
const work = (id: string, dueAt: string | null) => ({
  workItemId: id,
  caseId: `case ${id}`,
  applicantName: '甲示例',
  sentence: '审查材料',
  dueAt,
});

it('an empty desk tells what falls due within a week, nearest first, and neither what is over nor what is far', () => {
  const waiting = { id: 'w', caseId: 'case w', applicantName: '乙示例', sentence: '公示期满', until: inDays(1) };
  const coming = comingWeek(
    [work('late', inDays(-1)), work('far', inDays(9)), work('open', null), work('near', inDays(3))],
    [waiting, { ...waiting, id: 'again' }],
    now,
  );
  expect(coming.map(({ id }) => id)).toEqual(['w', 'near']);
});
