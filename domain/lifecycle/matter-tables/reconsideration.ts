import { lifecycle } from '../table';
import { done } from './parts';

const defenders = ['countyReviewer', 'countyApprover', 'townshipApprover'] as const;
const clerks = ['townshipClerk', 'countyReviewer', 'countyApprover'] as const;
const defence = { defence: { from: 'effect', until: 'defend' } } as const;
const dropped = { to: 'done', by: clerks, needs: 'reason', says: '登记申请人撤回' } as const;

/** 复议诉讼: reconsideration first, a suit after it or at once; an open one keeps the case from being closed. */
export const reconsideration = lifecycle({
  filed: {
    label: '复议待答复',
    heldBy: 'countyReviewer',
    todo: '向复议机关提交书面答复和作出决定的证据、依据',
    limits: defence,
    actions: {
      defend: { to: 'answered', by: defenders, needs: 'defence', says: '提交复议答复' },
      drop: dropped,
    },
  },
  answered: {
    label: '待复议决定',
    heldBy: 'countyReviewer',
    todo: '收到复议决定书后登记结果并执行',
    limits: {},
    actions: {
      conclude: { to: ['upheld', 'done'], by: ['countyApprover'], needs: 'remedyOutcome', says: '登记复议决定' },
      drop: dropped,
    },
  },
  upheld: {
    label: '复议维持,可起诉',
    heldBy: 'countyReviewer',
    limits: { suit: { from: 'effect', whenDue: 'lapseSuit' } },
    actions: {
      sue: { to: 'sued', by: clerks, needs: 'suitFiling', says: '登记提起行政诉讼' },
      lapseSuit: { to: 'done', by: ['system'], says: '起诉期满,未提起诉讼' },
    },
  },
  sued: {
    label: '诉讼待答辩',
    heldBy: 'countyReviewer',
    todo: '向人民法院提交答辩状和作出决定的证据、依据',
    limits: defence,
    actions: {
      defend: { to: 'pleaded', by: defenders, needs: 'defence', says: '提交答辩' },
      drop: dropped,
    },
  },
  pleaded: {
    label: '待裁判',
    heldBy: 'countyReviewer',
    todo: '收到生效裁判后登记结果并执行',
    limits: {},
    actions: {
      conclude: { to: 'done', by: ['countyApprover'], needs: 'remedyOutcome', says: '登记裁判结果' },
      drop: dropped,
    },
  },
  done,
});
