import type { CivilDate } from '../civil-date';

export const letterKinds = {
  receipt: '申请登记回执',
  supplement: '一次性补正告知书',
  acceptance: '受理通知书',
  nonAcceptance: '不予受理通知书',
  termination: '终止办理通知书',
  extension: '延长办理期限告知书',
  lapse: '视为撤回告知书',
  withdrawal: '撤回申请告知书',
  confirmation: '确认通知书',
  refusal: '不予确认决定书',
  increase: '增发通知书',
  decrease: '减发决定书',
  unchanged: '维持保障告知书',
  stop: '停止保障决定书',
  gradualExit: '渐退告知书',
  suspension: '暂停保障决定书',
  resumption: '恢复保障通知书',
  transfer: '迁移告知书',
  workRefusal: '拒绝就业登记告知书',
  restoration: '复议诉讼结果执行决定书',
  redo: '重新办理告知书',
  paymentNotice: '发放告知书',
  recoveryNotice: '追缴告知书',
  recoveryReminder: '催缴通知书',
} as const;

export type LetterKind = keyof typeof letterKinds;

/** A letter as frozen text; `body` paragraphs are separated by line feeds. */
export interface LetterText {
  readonly kind: LetterKind;
  readonly title: string;
  readonly body: string;
}

/** Who writes to whom. */
export interface LetterHead {
  readonly number: string;
  readonly programme: string;
  readonly applicantName: string;
  readonly office: string;
  readonly on: CivilDate;
}
