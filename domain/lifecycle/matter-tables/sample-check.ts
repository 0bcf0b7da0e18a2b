import { lifecycle } from '../table';
import { done } from './parts';

/** 抽查: the county looks at a seeded part of what townships confirmed under delegation, month by month. */
export const sampleCheck = lifecycle({
  drawn: {
    label: '抽查待办',
    heldBy: 'countyReviewer',
    todo: '抽查乡镇确认的案件:核对材料、必要时入户,登记抽查结果',
    limits: { sampleCheck: { from: 'entry' } },
    actions: {
      recordCountyVisit: {
        to: 'stays',
        by: ['countyReviewer', 'countyApprover'],
        needs: 'countyVisit',
        says: '记录县级入户',
      },
      conclude: { to: 'done', by: ['countyReviewer', 'countyApprover'], needs: 'sampleResult', says: '登记抽查结果' },
    },
  },
  done,
});
