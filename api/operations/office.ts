import type { Operation } from '../operation';
import { decodePayloads } from '../admin/codec/decodePayloads';
import { encodePayloads } from '../admin/codec/encodePayloads';
import { compareWorkflow } from '../admin/compareWorkflow';
import { listWorkflows } from '../admin/listWorkflows';
import { readEngine } from '../admin/readEngine';
import { readWorkflow } from '../admin/readWorkflow';
import { repairWorkflow } from '../admin/repairWorkflow';
import { listAuditOperations } from '../audit/listAuditOperations';
import { readSeals } from '../audit/readSeals';
import { searchAudit } from '../audit/searchAudit';
import { verifyDay } from '../audit/verifyDay';
import { approveCalendarYear } from '../calendar/approveCalendarYear';
import { listCalendarProposals } from '../calendar/listCalendarProposals';
import { proposeCalendarYear } from '../calendar/proposeCalendarYear';
import { readCalendarWaits } from '../calendar/readCalendarWaits';
import { readCalendarYear } from '../calendar/readCalendarYear';
import { rejectCalendarYear } from '../calendar/rejectCalendarYear';
import { readDelegation } from '../delegation/readDelegation';
import { listDivisions } from '../divisions/listDivisions';
import { readDivision } from '../divisions/readDivision';
import { readLifecycle } from '../lifecycle/readLifecycle';
import { readEvents } from '../live/readEvents';
import { approveParameter } from '../parameters/approveParameter';
import { listParameterProposals } from '../parameters/listParameterProposals';
import { listParameters } from '../parameters/listParameters';
import { proposeParameter } from '../parameters/proposeParameter';
import { rejectParameter } from '../parameters/rejectParameter';
import { declareRelative } from '../relatives/declareRelative';
import { endRelative } from '../relatives/endRelative';
import { listCaseRelatives } from '../relatives/listCaseRelatives';
import { searchRelatives } from '../relatives/searchRelatives';
import { deleteSavedView } from '../saved-views/deleteSavedView';
import { listSavedViews } from '../saved-views/listSavedViews';
import { saveView } from '../saved-views/saveView';
import { changePassword } from '../session/changePassword';
import { listOwnSessions } from '../session/listOwnSessions';
import { logIn } from '../session/logIn';
import { logOut } from '../session/logOut';
import { readSession } from '../session/readSession';
import { revokeOwnSession } from '../session/revokeOwnSession';
import { switchAppointment } from '../session/switchAppointment';
import { createStaff } from '../staff/createStaff';
import { endAppointment } from '../staff/endAppointment';
import { grantAppointment } from '../staff/grantAppointment';
import { listColleagues } from '../staff/listColleagues';
import { listStaff } from '../staff/listStaff';
import { listStaffSessions } from '../staff/listStaffSessions';
import { readStaff } from '../staff/readStaff';
import { resetPassword } from '../staff/resetPassword';
import { revokeStaffSession } from '../staff/revokeStaffSession';
import { setStaffActive } from '../staff/setStaffActive';
import { readHealth } from '../system/readHealth';

/** Who works here and by which rules: log-in, staff, rulebook, administration, audit. */
export const officeOperations = {
  logIn,
  readSession,
  logOut,
  switchAppointment,
  changePassword,
  listOwnSessions,
  revokeOwnSession,
  listColleagues,
  listStaff,
  readStaff,
  createStaff,
  setStaffActive,
  resetPassword,
  grantAppointment,
  endAppointment,
  listStaffSessions,
  revokeStaffSession,
  listDivisions,
  readDivision,
  listCalendarProposals,
  readCalendarWaits,
  readCalendarYear,
  proposeCalendarYear,
  approveCalendarYear,
  rejectCalendarYear,
  readDelegation,
  listParameters,
  listParameterProposals,
  proposeParameter,
  approveParameter,
  rejectParameter,
  listSavedViews,
  saveView,
  deleteSavedView,
  readLifecycle,
  listWorkflows,
  readWorkflow,
  compareWorkflow,
  repairWorkflow,
  readEngine,
  decodePayloads,
  encodePayloads,
  readEvents,
  searchRelatives,
  listCaseRelatives,
  declareRelative,
  endRelative,
  listAuditOperations,
  searchAudit,
  readSeals,
  verifyDay,
  readHealth,
} as const satisfies Readonly<Record<string, Operation>>;
