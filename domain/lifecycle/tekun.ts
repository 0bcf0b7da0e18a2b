import { assign } from './matter-tables/parts';
import { close, recordDelivery, recordUplift, remedies } from './stage-parts';
import { lifecycle } from './table';

/**
 * The stages of a person in 特困供养 (民发〔2021〕43号). Its people are taken over from the present register: there is no
 * application here, and no gradual exit.
 */
export const tekun = lifecycle({
  benefiting: {
    label: '供养中',
    heldBy: 'townshipClerk',
    limits: { recheck: { from: 'effect', opens: 'recheck' } },
    actions: { recordDelivery, assign, recordUplift },
  },
  suspended: {
    label: '暂停供养',
    heldBy: 'townshipClerk',
    limits: { suspensionReview: { from: 'entry' } },
    actions: { recordDelivery, assign },
  },
  stopped: {
    label: '已终止供养',
    heldBy: 'townshipClerk',
    todo: '送达终止供养通知并登记回证',
    limits: remedies,
    actions: { recordDelivery, assign, close },
  },
  closed: { label: '结案', limits: {}, actions: {} },
});
