import { assign } from './matter-tables/parts';
import { anyone } from './roles';
import { close, recordDelivery, recordUplift, remedies } from './stage-parts';
import { lifecycle } from './table';

const withdraw = { to: 'closed', by: ['townshipClerk'], needs: 'withdrawal', says: '登记撤回申请' } as const;
const extend = { to: 'stays', by: ['townshipApprover'], needs: 'extension', says: '批准延长办理期限' } as const;
const recordCountyVisit = {
  to: 'stays',
  by: ['countyReviewer', 'countyApprover'],
  needs: 'countyVisit',
  says: '记录县级入户',
} as const;
const recordEndPhoto = {
  to: 'stays',
  by: ['townshipClerk', 'villageAssistant'],
  needs: 'document',
  says: '记录公示结束照片',
} as const;
const stopForNonCooperation = {
  to: 'refused',
  by: ['townshipClerk', 'townshipApprover'],
  needs: 'ground',
  says: '因不配合终止办理',
} as const;
const running = { decision: { from: 'accept' } } as const;
/** The stages of a 低保 case (lifecycle.md; law: 民发〔2021〕57号 and the notice of 2022-10-20). */
export const dibao = lifecycle({
  submitted: {
    label: '待审查材料',
    heldBy: 'townshipClerk',
    todo: '审查材料,决定受理、一次性告知补正或不予受理',
    limits: { completenessCheck: { from: 'entry' } },
    actions: {
      accept: { to: 'investigating', by: ['townshipClerk'], needs: 'acceptance', says: '受理申请' },
      askSupplement: { to: 'supplementing', by: ['townshipClerk'], needs: 'missingPapers', says: '一次性告知补正' },
      declineToAccept: { to: 'refused', by: ['townshipClerk', 'townshipApprover'], needs: 'ground', says: '不予受理' },
      forward: { to: 'stays', by: ['townshipClerk'], needs: 'forwarding', says: '转交有管辖权的乡镇' },
      stopForNonCooperation,
      assign,
      withdraw,
    },
  },
  supplementing: {
    label: '待补正',
    heldBy: 'townshipClerk',
    todo: '等待申请人补正,可代为登记补交的材料',
    limits: { supplement: { from: 'entry', whenDue: 'lapse' } },
    actions: {
      supplySupplement: {
        to: 'submitted',
        by: ['townshipClerk', 'villageAssistant'],
        needs: 'supplement',
        says: '登记补正材料',
      },
      lapse: { to: 'closed', by: ['system'], says: '逾期未补正,视为撤回' },
      assign,
      withdraw,
    },
  },
  investigating: {
    label: '入户调查',
    heldBy: 'townshipClerk',
    todo: '完成授权、入户调查和信息核对后提出初审建议',
    limits: {
      ...running,
      investigationStart: { from: 'accept', until: 'startInvestigation' },
      dataCheckStart: { from: 'requestDataCheck', until: 'startDataCheck' },
    },
    actions: {
      recordAuthorisation: {
        to: 'stays',
        by: ['townshipClerk', 'villageAssistant'],
        needs: 'authorisation',
        says: '登记核对授权',
      },
      startInvestigation: { to: 'stays', by: ['townshipClerk'], needs: 'investigators', says: '启动入户调查' },
      recordVisit: { to: 'stays', by: ['townshipClerk', 'villageAssistant'], needs: 'visit', says: '记录入户调查' },
      recordNeighbourVisit: {
        to: 'stays',
        by: ['townshipClerk', 'villageAssistant'],
        needs: 'neighbourVisit',
        says: '记录邻里走访',
      },
      requestDataCheck: { to: 'stays', by: ['townshipClerk'], needs: 'dataCheckRequest', says: '提请信息核对' },
      startDataCheck: { to: 'stays', by: ['countyDataDesk'], says: '发起信息核对' },
      recordDataCheck: { to: 'stays', by: ['countyDataDesk'], needs: 'dataCheckResult', says: '记录核对结果' },
      disputeDataCheck: {
        to: 'stays',
        by: ['townshipClerk', 'villageAssistant'],
        needs: 'dispute',
        says: '登记对核对结果的异议',
      },
      propose: { to: 'proposed', by: ['townshipClerk'], needs: 'proposal', says: '提出初审建议' },
      extend,
      stopForNonCooperation,
      assign,
      withdraw,
    },
  },
  proposed: {
    label: '初审',
    heldBy: 'townshipApprover',
    todo: '审阅初审建议,同意后公示或退回补充调查',
    limits: running,
    actions: {
      approveProposal: {
        to: ['publicised', 'reviewing'],
        by: ['townshipApprover'],
        needs: 'opinion',
        says: '同意初审建议',
      },
      returnForInvestigation: { to: 'investigating', by: ['townshipApprover'], needs: 'reason', says: '退回补充调查' },
      extend,
      assign,
      withdraw,
    },
  },
  publicised: {
    label: '公示',
    heldBy: 'townshipClerk',
    todo: '张榜公示并拍照记录;公示期满系统自动转下一环节',
    limits: {
      ...running,
      posting: { from: 'entry', until: 'recordPosting' },
      publicNotice: { from: 'recordPosting', whenDue: 'endNotice' },
    },
    actions: {
      recordPosting: { to: 'stays', by: ['townshipClerk', 'villageAssistant'], needs: 'posting', says: '记录张榜' },
      recordEndPhoto,
      raiseObjection: { to: 'objected', by: [...anyone, 'citizen'], needs: 'objection', says: '登记公示异议' },
      withdrawNotice: { to: 'investigating', by: ['townshipApprover'], needs: 'reason', says: '撤回公示' },
      endNotice: { to: ['reviewing', 'confirming'], by: ['system'], says: '公示期满' },
      extend,
      assign,
      withdraw,
    },
  },
  objected: {
    label: '异议处理',
    heldBy: 'townshipClerk',
    todo: '重新调查或组织民主评议,之后重新公示',
    limits: running,
    actions: {
      raiseObjection: { to: 'stays', by: [...anyone, 'citizen'], needs: 'objection', says: '登记公示异议' },
      reinvestigate: {
        to: 'investigating',
        by: ['townshipClerk', 'townshipApprover'],
        needs: 'reason',
        says: '决定重新调查',
      },
      holdAppraisal: { to: 'proposed', by: ['townshipClerk'], needs: 'appraisal', says: '记录民主评议' },
      extend,
      assign,
      withdraw,
    },
  },
  reviewing: {
    label: '区县审查意见',
    heldBy: 'countyReviewer',
    todo: '审查全案,提出审查意见或退回',
    limits: { ...running, countyReview: { from: 'entry' } },
    actions: {
      recommend: { to: 'confirming', by: ['countyReviewer'], needs: 'opinion', says: '提出审查意见' },
      returnTo: {
        to: ['investigating', 'proposed', 'publicised'],
        by: ['countyReviewer'],
        needs: 'returning',
        says: '退回',
      },
      recordCountyVisit,
      recordEndPhoto,
      extend,
      assign,
      withdraw,
    },
  },
  confirming: {
    label: '区县审核确认',
    heldBy: 'countyApprover',
    todo: '审核确认或不予确认',
    limits: { ...running, countyReview: { from: 'entry' } },
    actions: {
      confirm: { to: 'benefiting', by: ['countyApprover', 'townshipApprover'], needs: 'opinion', says: '予以确认' },
      refuse: { to: 'refused', by: ['countyApprover', 'townshipApprover'], needs: 'refusal', says: '不予确认' },
      returnTo: {
        to: ['reviewing', 'investigating', 'proposed', 'publicised'],
        by: ['countyApprover', 'townshipApprover'],
        needs: 'returning',
        says: '退回',
      },
      recordCountyVisit,
      recordEndPhoto,
      extend,
      assign,
      withdraw,
    },
  },
  benefiting: {
    label: '保障中',
    heldBy: 'townshipClerk',
    limits: { recheck: { from: 'effect', opens: 'recheck' } },
    actions: { recordDelivery, assign, recordUplift },
  },
  leaving: {
    label: '渐退中',
    heldBy: 'townshipClerk',
    limits: { gradualExit: { from: 'effect', whenDue: 'endGradualExit' } },
    actions: { endGradualExit: { to: 'stopped', by: ['system'], says: '渐退期满,停止保障' }, recordDelivery, assign },
  },
  suspended: {
    label: '暂停',
    heldBy: 'townshipClerk',
    limits: { suspensionReview: { from: 'entry' } },
    actions: { recordDelivery, assign },
  },
  refused: {
    label: '不予确认',
    heldBy: 'townshipClerk',
    todo: '送达决定书并登记回证',
    limits: remedies,
    actions: { recordDelivery, assign, close },
  },
  stopped: {
    label: '已停保',
    heldBy: 'townshipClerk',
    todo: '送达停保通知并登记回证',
    limits: remedies,
    actions: { recordDelivery, assign, close },
  },
  closed: { label: '结案', limits: {}, actions: {} },
});

export type DibaoStage = keyof typeof dibao;
