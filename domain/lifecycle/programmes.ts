import { dibao } from './dibao';
import { tekun } from './tekun';
import { matters, isMatterKind } from './matters';
import type { ActionRow, Row, Table } from './table';
import type { CaseState, Owner } from './state';

/**
 * One `caseWorkflow` serves them all; only the stages differ. `official` is the name on letters and notices; `applied`:
 * whether one applies for it here, or its cases come in by import alone.
 */
export const programmes = {
  dibao: { label: '低保', official: '最低生活保障', table: dibao as Table, submitSays: '提交申请', applied: true },
  tekun: { label: '特困', official: '特困人员救助供养', table: tekun as Table, submitSays: '提交申请', applied: false },
} as const;

export type Programme = keyof typeof programmes;
export const isProgramme = (text: string): text is Programme => text in programmes;

export const programmeNames = Object.keys(programmes) as [Programme, ...Programme[]];

export const tableOf = (programme: string): Table => {
  if (!isProgramme(programme)) throw new Error(`unknown programme ${programme}`);
  return programmes[programme].table;
};

/** The row in which the stage or a matter stands; undefined for a draft or an unknown matter. */
export const rowOf = (state: CaseState, owner: Owner): Row<string> | undefined => {
  if (owner === 'stage') return tableOf(state.programme)[state.stage];
  const matter = state.matters.find(({ id }) => id === owner);
  return matter && isMatterKind(matter.kind) ? (matters[matter.kind].table as Table)[matter.step] : undefined;
};

export const actionOf = (state: CaseState, owner: Owner, action: string): ActionRow<string> | undefined => {
  const row = rowOf(state, owner);
  return row && Object.hasOwn(row.actions, action) ? row.actions[action] : undefined;
};

/** 「入户调查」 or 「变更报告·待审」: where a stage or a matter stands, for people. */
export const placeOf = (state: CaseState, owner: Owner): string => {
  const row = rowOf(state, owner);
  const matter = state.matters.find(({ id }) => id === owner);
  return `${matter && isMatterKind(matter.kind) ? `${matters[matter.kind].label}·` : ''}${row?.label ?? '未知环节'}`;
};
