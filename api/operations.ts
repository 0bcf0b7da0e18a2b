import type { Operation } from './operation';
import { previewAssessment } from './assessments/previewAssessment';
import { approveCalendarYear } from './calendar/approveCalendarYear';
import { listCalendarProposals } from './calendar/listCalendarProposals';
import { proposeCalendarYear } from './calendar/proposeCalendarYear';
import { readCalendarYear } from './calendar/readCalendarYear';
import { rejectCalendarYear } from './calendar/rejectCalendarYear';
import { previewDeadline } from './deadlines/previewDeadline';
import { listDivisions } from './divisions/listDivisions';
import { readDivision } from './divisions/readDivision';
import { listDocuments } from './documents/listDocuments';
import { readDocument } from './documents/readDocument';
import { uploadDocument } from './documents/uploadDocument';
import { approveParameter } from './parameters/approveParameter';
import { listParameterProposals } from './parameters/listParameterProposals';
import { listParameters } from './parameters/listParameters';
import { proposeParameter } from './parameters/proposeParameter';
import { rejectParameter } from './parameters/rejectParameter';
import { changePassword } from './session/changePassword';
import { logIn } from './session/logIn';
import { logOut } from './session/logOut';
import { readSession } from './session/readSession';
import { switchAppointment } from './session/switchAppointment';
import { createStaff } from './staff/createStaff';
import { endAppointment } from './staff/endAppointment';
import { grantAppointment } from './staff/grantAppointment';
import { listStaff } from './staff/listStaff';
import { listStaffSessions } from './staff/listStaffSessions';
import { resetPassword } from './staff/resetPassword';
import { revokeStaffSession } from './staff/revokeStaffSession';
import { setStaffActive } from './staff/setStaffActive';
import { readHealth } from './system/readHealth';

/** Every operation of the API; the key is its name: file, operationId, audit row and metric. */
export const operations = {
  logIn,
  readSession,
  logOut,
  switchAppointment,
  changePassword,
  listStaff,
  createStaff,
  setStaffActive,
  resetPassword,
  grantAppointment,
  endAppointment,
  listStaffSessions,
  revokeStaffSession,
  listDivisions,
  readDivision,
  previewAssessment,
  previewDeadline,
  listCalendarProposals,
  readCalendarYear,
  proposeCalendarYear,
  approveCalendarYear,
  rejectCalendarYear,
  listParameters,
  listParameterProposals,
  proposeParameter,
  approveParameter,
  rejectParameter,
  uploadDocument,
  listDocuments,
  readDocument,
  readHealth,
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof operations;
