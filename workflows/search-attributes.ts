import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import type { CaseState } from '../domain/lifecycle/state';

const CaseStage = defineSearchAttributeKey('CaseStage', SearchAttributeType.KEYWORD);
const Division = defineSearchAttributeKey('Division', SearchAttributeType.KEYWORD);
const Programme = defineSearchAttributeKey('Programme', SearchAttributeType.KEYWORD);
const NextDeadline = defineSearchAttributeKey('NextDeadline', SearchAttributeType.DATETIME);

const attributesOf = (state: CaseState): SearchAttributeUpdatePair[] => [
  { key: CaseStage, value: state.stage },
  { key: Division, value: state.division },
  { key: Programme, value: state.programme },
  { key: NextDeadline, value: state.alarms[0] ? new Date(state.alarms[0].at) : null },
];

/** Codes alone, and only with a change of stage or place: every upsert rewrites a widely indexed row. */
export const publishStage = (before: CaseState, state: CaseState): void => {
  if (before.stage !== state.stage || before.division !== state.division) upsertSearchAttributes(attributesOf(state));
};
