import type { Role } from './roles';
import { anyone } from './roles';
import type { InputKind } from './inputs';
import { emergency } from './matter-tables/emergency';
import { assign, done } from './matter-tables/parts';
import { reconsideration } from './matter-tables/reconsideration';
import { sampleCheck } from './matter-tables/sample-check';
import { transfer } from './matter-tables/transfer';
import { workRefusal } from './matter-tables/work-refusal';
import { lifecycle, type Table } from './table';

const work = ['townshipClerk', 'villageAssistant'] as const;
const recordVisit = { to: 'stays', by: work, needs: 'visit', says: '记录入户' } as const;
const requestDataCheck = {
  to: 'stays',
  by: ['townshipClerk'],
  needs: 'dataCheckRequest',
  says: '提请信息核对',
} as const;
const recordDataCheck = {
  to: 'stays',
  by: ['countyDataDesk'],
  needs: 'dataCheckResult',
  says: '记录核对结果',
} as const;

const recheck = lifecycle({
  due: {
    label: '待复核',
    heldBy: 'townshipClerk',
    todo: '入户或核对后形成复核意见',
    limits: {},
    actions: {
      recordVisit,
      requestDataCheck,
      recordDataCheck,
      assess: { to: 'assessed', by: ['townshipClerk'], needs: 'recheckResult', says: '形成复核意见' },
      assign,
    },
  },
  assessed: {
    label: '复核待审',
    heldBy: 'townshipApprover',
    todo: '审阅复核意见',
    limits: {},
    actions: {
      concludeUnchanged: { to: 'done', by: ['townshipApprover'], needs: 'opinion', says: '复核无变化,继续保障' },
      concludeChange: { to: 'done', by: ['townshipApprover'], needs: 'opinion', says: '复核有变化,转变更办理' },
      returnForWork: { to: 'due', by: ['townshipApprover'], needs: 'reason', says: '退回补充复核' },
      assign,
    },
  },
  done,
});

const changeLimit = { changeProcessing: { from: 'entry' } } as const;
const change = lifecycle({
  reported: {
    label: '变更待核',
    heldBy: 'townshipClerk',
    todo: '核实变更并按现行标准重新核算',
    limits: changeLimit,
    actions: {
      recordVisit,
      requestDataCheck,
      recordDataCheck,
      recordMemberIn: { to: 'stays', by: ['townshipClerk'], needs: 'memberIn', says: '登记新增家庭成员' },
      recordMemberOut: { to: 'stays', by: ['townshipClerk'], needs: 'memberOut', says: '登记减少家庭成员' },
      assess: { to: 'assessed', by: ['townshipClerk'], needs: 'reassessment', says: '重新核算' },
      assign,
    },
  },
  assessed: {
    label: '已核算',
    heldBy: 'townshipClerk',
    todo: '提出增、减、停、渐退或不变的建议',
    limits: changeLimit,
    actions: {
      propose: { to: 'proposed', by: ['townshipClerk'], needs: 'changeProposal', says: '提出变更建议' },
      reopen: { to: 'reported', by: ['townshipClerk'], needs: 'reason', says: '重新核实' },
      assign,
    },
  },
  proposed: {
    label: '变更待审',
    heldBy: 'townshipApprover',
    todo: '审阅变更建议',
    limits: changeLimit,
    actions: {
      endorse: { to: 'reviewed', by: ['townshipApprover'], needs: 'opinion', says: '同意变更建议,报县级' },
      approve: { to: 'done', by: ['townshipApprover'], needs: 'opinion', says: '批准变更' },
      refuse: { to: 'done', by: ['townshipApprover'], needs: 'refusal', says: '不予变更' },
      returnForWork: { to: 'reported', by: ['townshipApprover'], needs: 'reason', says: '退回补充核实' },
      assign,
    },
  },
  reviewed: {
    label: '变更待县级批准',
    heldBy: 'countyApprover',
    todo: '批准或不予变更',
    limits: changeLimit,
    actions: {
      approve: { to: 'done', by: ['countyApprover'], needs: 'opinion', says: '批准变更' },
      refuse: { to: 'done', by: ['countyApprover'], needs: 'refusal', says: '不予变更' },
      returnForWork: { to: 'reported', by: ['countyApprover'], needs: 'reason', says: '退回补充核实' },
    },
  },
  done,
});

const deathLimit = { deathProcessing: { from: 'effect' } } as const;
const death = lifecycle({
  reported: {
    label: '死亡待核实',
    heldBy: 'townshipClerk',
    todo: '核实死亡情况,暂缓发放',
    limits: deathLimit,
    actions: {
      verify: { to: 'verified', by: ['townshipClerk'], needs: 'deathProof', says: '核实死亡' },
      dismiss: { to: 'done', by: ['townshipApprover'], needs: 'reason', says: '死亡信息不实' },
      assign,
    },
  },
  verified: {
    label: '死亡待处理',
    heldBy: 'townshipApprover',
    todo: '办理减员或停保',
    limits: deathLimit,
    actions: { complete: { to: 'done', by: ['townshipApprover'], needs: 'opinion', says: '办结死亡减员' }, assign },
  },
  done,
});

const complaintLimit = { complaint: { from: 'effect' } } as const;
const complaint = lifecycle({
  received: {
    label: '举报待查',
    heldBy: 'countyReviewer',
    todo: '县级入户核查',
    limits: complaintLimit,
    actions: {
      recordCountyVisit: {
        to: 'visited',
        by: ['countyReviewer', 'countyApprover'],
        needs: 'countyVisit',
        says: '记录县级入户核查',
      },
      assign,
    },
  },
  visited: {
    label: '待答复',
    heldBy: 'countyReviewer',
    todo: '形成结论并答复举报人',
    limits: complaintLimit,
    actions: { answer: { to: 'done', by: ['countyReviewer'], needs: 'complaintAnswer', says: '答复举报' } },
  },
  done,
});

/** The matters (事项) beside the stage, shared by every programme. `stages`: where they can be opened. */
export interface MatterRow {
  readonly label: string;
  readonly by: readonly Role[];
  readonly needs: InputKind;
  readonly says: string;
  readonly stages: readonly string[];
  /** Only of these programmes; of all where absent. */
  readonly programmes?: readonly string[];
  /** One open matter of this kind per case, per person, or several. */
  readonly unique: 'case' | 'person' | 'no';
  /** Ended by a stop of the benefit. */
  readonly endsWithStop: boolean;
  readonly first: string;
  readonly table: Table;
}

const benefit = ['benefiting', 'leaving', 'suspended'] as const;
const undecided = [
  'submitted',
  'supplementing',
  'investigating',
  'proposed',
  'publicised',
  'objected',
  'reviewing',
  'confirming',
] as const;

export const matters = {
  recheck: {
    label: '定期复核',
    by: ['townshipClerk', 'countyReviewer', 'system'],
    needs: 'recheckOpening',
    says: '启动复核',
    stages: ['benefiting', 'leaving'],
    unique: 'case',
    endsWithStop: true,
    first: 'due',
    table: recheck,
  },
  change: {
    label: '变更报告',
    by: ['villageAssistant', 'townshipClerk', 'system'],
    needs: 'changeReport',
    says: '登记变更',
    stages: benefit,
    unique: 'no',
    endsWithStop: true,
    first: 'reported',
    table: change,
  },
  death: {
    label: '死亡报告',
    by: ['villageAssistant', 'townshipClerk', 'countyReviewer'],
    needs: 'deathReport',
    says: '登记死亡',
    stages: [...undecided, ...benefit],
    unique: 'person',
    endsWithStop: false,
    first: 'reported',
    table: death,
  },
  complaint: {
    label: '投诉举报',
    by: anyone,
    needs: 'complaintReport',
    says: '登记投诉举报',
    stages: [...undecided, ...benefit, 'refused', 'stopped'],
    unique: 'no',
    endsWithStop: false,
    first: 'received',
    table: complaint,
  },
  transfer: {
    label: '迁移',
    by: ['townshipClerk'],
    needs: 'transferRequest',
    says: '提出迁移',
    stages: benefit,
    unique: 'case',
    endsWithStop: true,
    first: 'asked',
    table: transfer,
  },
  workRefusal: {
    label: '拒绝就业',
    by: ['townshipClerk', 'villageAssistant'],
    needs: 'workRefusalReport',
    says: '登记拒绝就业',
    stages: ['benefiting', 'leaving'],
    programmes: ['dibao'],
    unique: 'person',
    endsWithStop: true,
    first: 'counting',
    table: workRefusal,
  },
  reconsideration: {
    label: '复议诉讼',
    by: ['townshipClerk', 'countyReviewer', 'countyApprover', 'hotlineOperator'],
    needs: 'reconsiderationFiling',
    says: '登记复议或诉讼',
    stages: [...benefit, 'refused', 'stopped'],
    unique: 'case',
    endsWithStop: false,
    first: 'filed',
    table: reconsideration,
  },
  emergency: {
    label: '急难转办',
    by: anyone,
    needs: 'emergencyReport',
    says: '登记急难情形',
    stages: [...undecided, ...benefit, 'refused', 'stopped'],
    unique: 'no',
    endsWithStop: false,
    first: 'reported',
    table: emergency,
  },
  sampleCheck: {
    label: '县级抽查',
    by: ['system'],
    needs: 'sampleDraw',
    says: '抽取县级抽查',
    stages: [...benefit, 'stopped'],
    unique: 'case',
    endsWithStop: false,
    first: 'drawn',
    table: sampleCheck,
  },
} as const satisfies Readonly<Record<string, MatterRow>>;

export type MatterKind = keyof typeof matters;
export const isMatterKind = (kind: string): kind is MatterKind => kind in matters;
