import { lifecycle } from '../table';
import { assign, done } from './parts';

/** 急难: handed to temporary assistance within hours; ends in the link to what was started there. */
export const emergency = lifecycle({
  reported: {
    label: '急难待转办',
    heldBy: 'townshipClerk',
    todo: '立即核实急难情形,转临时救助办理并登记对接情况',
    limits: { emergencyHandOver: { from: 'entry' } },
    actions: {
      handOver: {
        to: 'done',
        by: ['townshipClerk', 'townshipApprover', 'countyReviewer'],
        needs: 'emergencyHandOver',
        says: '转临时救助',
      },
      dismiss: { to: 'done', by: ['townshipApprover'], needs: 'reason', says: '经核实不属于急难' },
      assign,
    },
  },
  done,
});
