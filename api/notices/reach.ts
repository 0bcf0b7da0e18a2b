import { civilDateAt, endOfDay } from '../../domain/civil-date';
import { notRelative } from '../cases/list/conditions';
import { actorOf, type Context } from '../context';
import { createConditions, type Conditions } from '../paging';

/** Cases `c` of a place within reach; a relative declared in a case does not see it here either. */
export const reachOf = (context: Context, division?: string): Conditions => {
  const conditions = createConditions();
  notRelative(conditions, actorOf(context).staffId);
  if (division !== undefined) conditions.add(`c.division >= $$ and c.division < $$ || ':'`, division);
  return conditions;
};

/** The placeholder of 24:00 today. */
export const endOfToday = (context: Context, conditions: Conditions): string =>
  `${conditions.value(new Date(endOfDay(civilDateAt(context.now().getTime()))))}::timestamptz`;
