import { deadlineKinds, kindRow } from '../../../domain/deadlines/kinds';
import { rowOf } from '../../../domain/lifecycle/programmes';
import { roles } from '../../../domain/lifecycle/roles';
import type { Alarm, CaseState } from '../../../domain/lifecycle/state';

const ladderLabels = ['经办人', '乡镇负责人', '县级', '州市级'];

/** What the case will do by itself at an alarm, in one sentence. */
export const alarmSentence = (state: CaseState, { owner, kind, type, level }: Alarm): string => {
  const { label } = deadlineKinds[kind];
  if (type === 'remind') return `提醒:${label}将到期`;
  if (type === 'escalate' && !kindRow(kind).right) return `${label}超期,报${ladderLabels[level] ?? '上级'}`;
  const row = rowOf(state, owner);
  const whenDue = row?.limits[kind]?.whenDue;
  const acts = whenDue ? row.actions[whenDue] : undefined;
  if (acts) return `${label}期满,${roles.system.label}自动${acts.says}`;
  return kindRow(kind).right ? `${label}的期限届满` : `${label}到期,标记为逾期`;
};

/** Events of the engine's history that people can be told; what is not named here is bookkeeping of the engine. */
export const eventSentences: Readonly<Record<string, string>> = {
  WORKFLOW_EXECUTION_STARTED: '流程开始运行',
  WORKFLOW_EXECUTION_COMPLETED: '流程结束',
  WORKFLOW_EXECUTION_FAILED: '流程失败',
  WORKFLOW_EXECUTION_TERMINATED: '流程被终止(重建时由新的流程接替)',
  WORKFLOW_EXECUTION_TIMED_OUT: '流程超时',
  WORKFLOW_EXECUTION_CANCELED: '流程被取消',
  WORKFLOW_EXECUTION_CONTINUED_AS_NEW: '历史已满一段,转入新的一段运行',
  WORKFLOW_EXECUTION_UPDATE_ACCEPTED: '收下一项办理',
  WORKFLOW_EXECUTION_UPDATE_COMPLETED: '答复一项办理',
  WORKFLOW_TASK_FAILED: '流程程序出错,将自动重试',
  WORKFLOW_TASK_TIMED_OUT: '流程程序没有答复(工作进程可能停止),将自动重试',
  ACTIVITY_TASK_SCHEDULED: '数据库暂时没有答复,改为反复重试',
  ACTIVITY_TASK_COMPLETED: '重试成功,一步已写入数据库',
  ACTIVITY_TASK_FAILED: '一步被规则拒绝',
  ACTIVITY_TASK_TIMED_OUT: '一步没有在时限内写完',
  MARKER_RECORDED: '一步已写入数据库',
  TIMER_STARTED: '设定下一次自动醒来的时刻',
  TIMER_FIRED: '时刻已到,自动醒来',
  TIMER_CANCELED: '时刻有变,取消原来的等待',
  UPSERT_WORKFLOW_SEARCH_ATTRIBUTES: '更新流程的检索标记',
};
