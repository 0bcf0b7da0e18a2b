import { uuidOf } from '../../store/uuid';
import { roster } from './staff/roster';
import type { SeedDeps } from './telling/deps';

const [maker, checker] = roster.filter(({ role }) => role === 'administrator');

/** 楚雄市 has given the confirming power to its towns in the demo: entered and checked as an office would. */
const entries = [
  {
    key: 'delegation',
    parameter: 'dibao.confirmation',
    division: '532301',
    validFrom: '2025-01-01',
    value: 'entrusted',
    reference: '演示数据:楚雄市自2025年1月1日起委托乡镇人民政府审核确认(虚构)',
  },
] as const;

export const enterRules = async ({ store }: Pick<SeedDeps, 'store'>): Promise<void> => {
  const entered = new Date('2024-12-20T02:00:00Z');
  await store.prisma.parameterEntry.createMany({
    data: entries.map(({ key, ...entry }) => ({
      ...entry,
      id: uuidOf('seed', 'parameter', key),
      state: 'approved',
      makerId: maker?.id ?? '',
      checkerId: checker?.id ?? '',
      createdAt: entered,
      checkedAt: entered,
    })),
    skipDuplicates: true,
  });
};
