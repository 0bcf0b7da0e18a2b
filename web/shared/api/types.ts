import type { ActionNow } from '../../../domain/lifecycle/actions-now';
import type { JsonSchema } from '../schema-form/schema';

/** Shapes of the API as the desk reads them; one place, so that a change of the contract shows here. */
export interface Appointment {
  readonly id: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly division: string;
  readonly divisionName: string;
}

export interface Session {
  readonly staffId: string;
  readonly name: string;
  readonly current: Appointment;
  readonly appointments: readonly Appointment[];
  readonly permissions: readonly string[];
  readonly expiresAt: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface QueueItem {
  readonly workItemId: string;
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly programme: string;
  readonly stage: { readonly id: string; readonly label: string };
  readonly owner: string;
  readonly sentence: string;
  readonly kind?: string;
  readonly dueAt: string | null;
  readonly overdue?: boolean;
  readonly level: number;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly divisionPath: string;
}

export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly applicantName: string;
  readonly memberCount: number;
  readonly programme: string;
  readonly stage: { readonly id: string; readonly label: string; readonly since?: string };
  readonly divisionPath: string;
  readonly nextDueAt?: string | null;
  readonly assignee?: { readonly name: string } | null;
}

export interface DeadlineView {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly owner: string;
  /** Null while the calendar of that year is not published. */
  readonly dueAt: string | null;
  readonly promisedAt: string | null;
  readonly daysLeft: number | null;
  readonly state: string;
  readonly explanation: string;
  readonly clause: string;
  readonly waitingFor: string | null;
}

export interface MatterView {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly step: string;
  readonly stepLabel: string;
  readonly version: number;
  readonly personId: string | null;
  readonly openedAt: string;
}

export interface MemberView {
  readonly personId: string;
  readonly name: string;
  readonly relation: string;
  readonly age: number | null;
  readonly beneficiary: boolean;
  readonly mustAuthorise: boolean;
  readonly authorised: boolean;
  readonly idNumberMasked: string | null;
}

export interface MatterAction {
  readonly kind: string;
  readonly says: string;
  readonly label: string;
  readonly needs: string;
}

export interface CaseView extends CaseRow {
  readonly division: string;
  readonly area: string;
  readonly stage: { readonly id: string; readonly label: string; readonly since: string; readonly version: number };
  readonly authority: string;
  readonly beneficiaryScope: string;
  readonly monthly: string;
  readonly submittedAt: string;
  readonly acceptedOn: string | null;
  readonly decidedOn: string | null;
  readonly deadlines: readonly DeadlineView[];
  readonly matters: readonly MatterView[];
  readonly members: readonly MemberView[];
  readonly actions: readonly ActionNow[];
  readonly matterActions: readonly MatterAction[];
  readonly assignee: { readonly id: string; readonly name: string } | null;
  /** Found at registration, for the clerk to verify. */
  readonly notes: readonly string[];
  /** The engine has taken over. */
  readonly registered: boolean;
  readonly linkedCaseId: string | null;
  readonly forcedVisit: readonly string[];
  readonly sequence: number;
  readonly provinceStage: string | null;
}

export interface TimelineEvent {
  readonly sequence: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly who: { readonly name: string | null; readonly role: string; readonly roleLabel: string };
  readonly sentence: string;
  readonly action: string;
  readonly hasInput: boolean;
}

export interface LetterView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body?: string;
  readonly createdAt: string;
  readonly deliveredAt: string | null;
}

export interface DocumentView {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly uploadedAt: string;
}

export interface EntitlementView {
  readonly id: string;
  readonly fromMonth: string;
  readonly toMonth: string | null;
  readonly monthly: string;
  readonly kind: string;
  readonly supersededBy: string | null;
  readonly components: readonly { readonly personId: string; readonly monthly: string }[];
}

export interface FactView {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly content: Readonly<Record<string, unknown>>;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedAt: string;
  readonly evidenceId: string | null;
}

export interface ParameterSource {
  readonly id: string;
  readonly title: string;
  readonly from?: string;
  readonly reference: string;
  readonly assumed?: boolean;
}

export interface TermView {
  readonly group: string;
  readonly label: string;
  readonly value: string | number | boolean;
  readonly unit: string;
  readonly adds?: boolean;
  readonly clause?: string;
  readonly parameter?: ParameterSource;
  readonly member?: string;
  readonly evidence?: string;
}

export interface AssessmentView {
  readonly id?: string;
  readonly date: string;
  readonly eligibility: string;
  readonly basis?: { readonly text: string; readonly clause: string };
  readonly reasons?: readonly string[];
  readonly persons?: number;
  readonly householdIncome?: string;
  readonly perCapitaIncome?: string;
  readonly monthly: string;
  readonly terms: readonly TermView[];
  readonly warnings?: readonly string[];
  readonly frozenAt?: string;
}

export interface LifecycleView {
  readonly inputs: Readonly<Record<string, JsonSchema>>;
  readonly stages: readonly { readonly id: string; readonly label: string }[];
}

export interface DraftView {
  readonly id: string;
  readonly version: number;
  readonly title?: string;
  readonly division: string;
  readonly updatedAt: string;
  readonly content?: unknown;
}
