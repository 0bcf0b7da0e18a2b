import { uuidOf } from '../../store/uuid';
import { person, type Relative } from './people';
import { holderOf } from './staff/roster';
import type { SeedDeps } from './telling/deps';

interface DraftRow {
  readonly key: string;
  readonly division: string;
  readonly title: string;
  readonly daysOld: number;
  readonly address: string;
  readonly members: readonly Relative[];
}

/** Half-filled forms: nothing has been handed in. */
const drafts: readonly DraftRow[] = [
  {
    key: 'started',
    division: '530581001004',
    title: '邵美琴',
    daysOld: 1,
    address: '秀峰社区',
    members: [person('m1 邵美琴 女 1972-05-18', 'applicant', { labour: 'partial' })],
  },
  {
    key: 'left',
    division: '530381103204',
    title: '耿石旺',
    daysOld: 9,
    address: '石坝村委会3组',
    members: [person('m1 耿石旺 男 1960-10-26', 'applicant'), person('m2 耿竹仙 女 1963-02-07', 'spouse')],
  },
];

const DAY_MS = 86_400_000;

export const enterDrafts = async ({ store, days }: SeedDeps): Promise<number> => {
  const data = drafts.map(({ key, division, title, daysOld, address, members }) => {
    const id = uuidOf('seed', 'draft', key);
    const content = { programme: 'dibao', division, area: 'rural', route: 'hukou', address, members, applicant: 'm1' };
    const at = new Date(days.now - daysOld * DAY_MS);
    const contentEnc = new Uint8Array(store.cipher.sealJson('draft', 'content_enc', id, content));
    return {
      id,
      programme: 'dibao',
      division,
      title,
      createdBy: holderOf('clerk', division).id,
      contentEnc,
      createdAt: at,
      updatedAt: at,
    };
  });
  return (await store.prisma.draft.createMany({ data, skipDuplicates: true })).count;
};
