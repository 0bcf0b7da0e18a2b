import type { components } from '../../client/schema';

/** The shapes of the API by the desk's names; everything is made from the API's own document. */
type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type QueueItem = Schemas['QueueItem'];
export type CaseRow = Schemas['CaseSummary'];
export type CaseView = Schemas['Case'];
export type DeadlineView = Schemas['Deadline'];
export type MatterView = Schemas['Matter'];
export type MemberView = Schemas['CaseMember'];
export type ActionView = Schemas['ActionNow'];
export type TimelineEvent = Schemas['CaseEvent'];
export type LetterView = Schemas['LetterSummary'];
export type DocumentView = Schemas['Document'];
export type EntitlementView = Schemas['Entitlement'];
export type FactView = Schemas['Fact'];
export type AssessmentView = Schemas['Assessment'];
export type FrozenAssessmentView = Schemas['FrozenAssessment'];
export type MessageView = Schemas['Message'];
export type TermView = Schemas['Term'];
export type ParameterView = Schemas['Parameter'];
export type CalendarProposal = Schemas['CalendarProposal'];
export type StaffView = Schemas['Staff'];
export type DraftView = Schemas['Draft'];
export type DraftSummary = Schemas['DraftSummary'];
export type WorkflowRow = Schemas['WorkflowSummary'];
export type WorkflowView = Schemas['Workflow'];
export type RelativeView = Schemas['RelativeDeclaration'];
export type AuditRow = Schemas['AuditRow'];
export type ParameterProposal = Schemas['ParameterProposal'];
