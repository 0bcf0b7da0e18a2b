import { sayDate } from '../../domain/civil-date';
import { labelOfLimit } from '../../domain/deadlines/kinds';
import { matters } from '../../domain/lifecycle/matters';
import { programmes, rowOf, isProgramme, tableOf } from '../../domain/lifecycle/programmes';
import { roles } from '../../domain/lifecycle/roles';
import type { StepContext } from './context';
import type { Happening, Settled } from './settle';

const saysOf = ({ state, command }: StepContext, { action, owner }: Happening): string => {
  if (action === 'submit') return isProgramme(state.programme) ? programmes[state.programme].submitSays : '提交申请';
  if (action === 'openMatter') return matters[command.matter!.kind as keyof typeof matters].says;
  if (action === 'handOverClock') return '案件转入实时办理';
  if (action === 'reckon') return '按新公布的工作日安排计算期限';
  if (action === 'postponed') return '到期事项暂缓';
  return rowOf(state, owner)?.actions[action]?.says ?? '';
};

/** The step in one Chinese sentence: who did what, with what detail, and what runs now. No names of people. */
export const sentenceOf = (context: StepContext, happening: Happening, { patch, started }: Settled): string => {
  const says = saysOf(context, happening);
  const who = happening.action === 'submit' ? '' : roles[context.command.actor.role].label;
  const detail = happening.outcome.detail ?? '';
  const moved = patch.stage ? `转入“${tableOf(context.state.programme)[patch.stage]?.label ?? patch.stage}”` : '';
  const limits = started
    .map(
      ({ kind, limit }) =>
        `${labelOfLimit(kind, happening.outcome.letter?.title)}${limit ? `至${sayDate(limit.due)}` : '(日历未发布)'}`,
    )
    .join('、');
  return [says ? `${who}${says}` : `${who}:${detail}`, says ? detail : '', moved, limits]
    .filter((part) => part !== '')
    .join(',');
};
