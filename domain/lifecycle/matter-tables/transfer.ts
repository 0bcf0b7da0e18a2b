import { lifecycle } from '../table';
import { assign, done } from './parts';

/**
 * 迁移: the other office sees the case from the day it is asked; it takes the case over on the first day of the month
 * after it accepted, so that each month is paid by one office.
 */
export const transfer = lifecycle({
  asked: {
    label: '待迁入地接收',
    heldBy: 'townshipClerk',
    todo: '核对迁入情况,接收或说明理由不予接收',
    limits: { transfer: { from: 'entry' } },
    actions: {
      accept: { to: 'accepted', by: ['townshipClerk', 'townshipApprover'], needs: 'opinion', says: '接收迁入' },
      decline: { to: 'done', by: ['townshipClerk', 'townshipApprover'], needs: 'reason', says: '不予接收' },
      takeBack: { to: 'done', by: ['townshipClerk'], needs: 'reason', says: '撤回迁移' },
    },
  },
  accepted: {
    label: '已接收,下月转出',
    heldBy: 'townshipClerk',
    limits: { takeOver: { from: 'entry', whenDue: 'moveOver' } },
    actions: {
      moveOver: { to: 'done', by: ['system'], says: '转入新地区办理' },
      takeBack: { to: 'done', by: ['townshipClerk'], needs: 'reason', says: '撤回迁移' },
      assign,
    },
  },
  done,
});
