import type { CivilDate } from '../../../domain/civil-date';
import type { InputOf } from '../../../api/cases/inputs';
import type { Days } from '../days';
import type { Post } from '../staff/posts';
import type { Deed, Scene } from './story';

type Row = Omit<Deed, 'on'> & { readonly after: number };

const pair = (scene: Scene) => [
  { staffId: scene.staff('clerk'), signed: true },
  { staffId: scene.staff('assistant'), signed: true },
];

const visit = (scene: Scene) => ({
  visitedOn: scene.on,
  method: 'home',
  investigators: pair(scene),
  householdSignature: { personId: scene.adults()[0], manner: 'signature' },
  findings: '住房、人口、收入与申报一致,家中无大额财产。',
});

/** The way of an application that nothing stands against, in working days after it was handed in. */
const rows: readonly Row[] = [
  { after: 1, action: 'accept', by: 'clerk', input: () => ({ opinion: '材料齐全,予以受理' }) },
  {
    after: 1,
    action: 'recordAuthorisation',
    by: 'clerk',
    input: (scene) => ({
      signedOn: scene.on,
      signatures: scene.adults().map((personId) => ({ personId, manner: 'signature' })),
    }),
  },
  { after: 2, action: 'startInvestigation', by: 'clerk', input: (scene) => ({ investigators: pair(scene) }) },
  { after: 3, action: 'recordVisit', by: 'clerk', input: visit },
  {
    after: 3,
    action: 'recordNeighbourVisit',
    by: 'assistant',
    input: (scene) => ({
      visitedOn: scene.on,
      investigators: pair(scene),
      neighbours: 3,
      findings: '邻里反映情况属实。',
    }),
  },
  {
    after: 3,
    action: 'requestDataCheck',
    by: 'clerk',
    input: () => ({ sources: ['hukou', 'socialInsurance', 'realEstate', 'vehicle', 'bank', 'tax'] }),
  },
  { after: 4, action: 'startDataCheck', by: 'dataDesk' },
  {
    after: 7,
    action: 'recordDataCheck',
    by: 'dataDesk',
    input: (scene) => ({ outcome: 'consistent', findings: '核对报告与申报一致。', checkedOn: scene.on }),
  },
  { after: 9, action: 'propose', by: 'clerk' },
  { after: 10, action: 'approveProposal', by: 'approver', input: () => ({ opinion: '同意初审建议' }) },
  {
    after: 11,
    action: 'recordPosting',
    by: 'clerk',
    input: async (scene) => ({ place: '村(居)务公开栏', postedOn: scene.on, photoId: await scene.photo() }),
  },
  { after: 20, action: 'recommend', by: 'reviewer', input: () => ({ opinion: '经审查符合条件,建议确认' }) },
  { after: 21, action: 'confirm', by: 'countyApprover', input: () => ({ opinion: '符合规定条件,予以确认' }) },
];

export interface Way {
  readonly from: CivilDate;
  readonly until: string;
  readonly proposal?: (scene: Scene) => InputOf<'proposal'>;
  /** The township confirms: no county review. */
  readonly delegated?: boolean;
}

const asUsual = (): InputOf<'proposal'> => ({ kind: 'confirm', reason: '家庭人均收入低于低保标准,财产符合规定' });

/** The usual steps up to and including `until`. */
export const usualWay = (days: Days, { from, until, proposal = asUsual, delegated = false }: Way): readonly Deed[] => {
  const last = rows.findIndex(({ action }) => action === until);
  if (last < 0) throw new Error(`no usual step ${until}`);
  return rows
    .slice(0, last + 1)
    .filter(({ action }) => !(delegated && action === 'recommend'))
    .map(({ after, ...row }): Deed => {
      const by: Post = delegated && row.action === 'confirm' ? 'approver' : row.by;
      return { ...row, by, on: days.after(from, after), ...(row.action === 'propose' && { input: proposal }) };
    });
};
