import { addDays, civilDateAt, daysBetween, sayDate, type CivilDate } from '../../domain/civil-date';
import { kindRow, labelOfLimit } from '../../domain/deadlines/kinds';
import { matters } from '../../domain/lifecycle/matters';
import { rowOf } from '../../domain/lifecycle/programmes';
import type { Alarm } from '../../domain/lifecycle/state';
import { uuidOf } from '../../store/uuid';
import { ladder } from './ladder';
import type { OpenedMatter, StepContext } from './context';

/**
 * What the case does when an instant has come: act by itself, open a matter, remind, report upwards, or say that a right of
 * the household has run out.
 */
export type AlarmStep =
  | { readonly does: 'act'; readonly action: string }
  | { readonly does: 'lapse'; readonly sentence: string }
  | { readonly does: 'defer'; readonly to: CivilDate; readonly because: string }
  | {
      readonly does: 'tell';
      readonly action: 'remind' | 'overdue' | 'escalate';
      readonly sentence: string;
      readonly opens?: OpenedMatter;
    };

const lastDay = (instant: number): string => sayDate(civilDateAt(instant - 1));

/** In a major emergency a re-check is put off until some days after its end, once (第三十一条). */
const deferral = (
  { emergency, facts, on }: StepContext,
  alarm: Alarm,
  due: Alarm | undefined,
): AlarmStep | undefined => {
  if (alarm.kind !== 'recheck' || alarm.type === 'escalate' || facts.recheckDeferred) return undefined;
  if (emergency?.deferRecheckDays === undefined) return undefined;
  const to = addDays(emergency.to ?? on, emergency.deferRecheckDays);
  if (to <= civilDateAt((due?.at ?? alarm.at) - 1)) return undefined;
  return { does: 'defer', to, because: `${emergency.name}(${emergency.document})` };
};

/** @param letterTitle of the letter that waits to be delivered */
export const alarmStep = (context: StepContext, alarm: Alarm, letterTitle?: string): AlarmStep => {
  const title = labelOfLimit(alarm.kind, letterTitle);
  const limit = rowOf(context.state, alarm.owner)?.limits[alarm.kind];
  const due = context.state.alarms.find((other) => other.deadlineId === alarm.deadlineId && other.type === 'due');
  const deferred = deferral(context, alarm, due);
  if (deferred) return deferred;
  if (alarm.type === 'due' && limit?.whenDue) return { does: 'act', action: limit.whenDue };
  if (kindRow(alarm.kind).right && alarm.type !== 'remind')
    return { does: 'lapse', sentence: `${title}的期限已于${lastDay(due?.at ?? alarm.at)}届满` };
  if (alarm.type === 'remind') {
    const days = due ? daysBetween(civilDateAt(alarm.at), civilDateAt(due.at - 1)) : 0;
    const opens = limit?.opens === 'recheck' && !context.state.matters.some(({ kind }) => kind === 'recheck');
    return {
      does: 'tell',
      action: 'remind',
      sentence: `${title}还有${days}天,${due ? lastDay(due.at) : ''}到期`,
      ...(opens && {
        opens: {
          id: uuidOf(context.row.id, context.command.commandId, 'recheck'),
          kind: 'recheck' as const,
          step: matters.recheck.first,
        },
      }),
    };
  }
  if (alarm.type === 'due')
    return { does: 'tell', action: 'overdue', sentence: `${title}已于${lastDay(alarm.at)}到期,尚未办理` };
  return {
    does: 'tell',
    action: 'escalate',
    sentence: `${title}超期,已报${ladder[alarm.level]?.label ?? '上级'}`,
  };
};
