import { lifecycle } from '../table';
import { assign, done } from './parts';

/** 拒绝就业: refusals in a row without good reason are counted; how many make the rule apply is a parameter (第三十四条). */
export const workRefusal = lifecycle({
  counting: {
    label: '拒绝就业计次',
    heldBy: 'townshipClerk',
    limits: {},
    actions: {
      recordRefusal: {
        to: ['counting', 'done'],
        by: ['townshipClerk', 'villageAssistant'],
        needs: 'workRefusalRecord',
        says: '登记再次拒绝就业',
      },
      end: { to: 'done', by: ['townshipClerk'], needs: 'reason', says: '结束计次' },
      assign,
    },
  },
  done,
});
