import type { Operation } from './operation';
import { decodePayloads } from './admin/codec/decodePayloads';
import { encodePayloads } from './admin/codec/encodePayloads';
import { compareWorkflow } from './admin/compareWorkflow';
import { listWorkflows } from './admin/listWorkflows';
import { readEngine } from './admin/readEngine';
import { readWorkflow } from './admin/readWorkflow';
import { repairWorkflow } from './admin/repairWorkflow';
import { previewAssessment } from './assessments/previewAssessment';
import { listAuditOperations } from './audit/listAuditOperations';
import { readSeals } from './audit/readSeals';
import { searchAudit } from './audit/searchAudit';
import { verifyDay } from './audit/verifyDay';
import { approveCalendarYear } from './calendar/approveCalendarYear';
import { listCalendarProposals } from './calendar/listCalendarProposals';
import { proposeCalendarYear } from './calendar/proposeCalendarYear';
import { readCalendarWaits } from './calendar/readCalendarWaits';
import { readCalendarYear } from './calendar/readCalendarYear';
import { rejectCalendarYear } from './calendar/rejectCalendarYear';
import { approveCardAccount } from './card-accounts/approveCardAccount';
import { listCardAccounts } from './card-accounts/listCardAccounts';
import { proposeCardAccount } from './card-accounts/proposeCardAccount';
import { readCardNumber } from './card-accounts/readCardNumber';
import { rejectCardAccount } from './card-accounts/rejectCardAccount';
import { exportCases } from './cases/exportCases';
import { listAssessments } from './cases/listAssessments';
import { listCases } from './cases/listCases';
import { listLetters } from './cases/listLetters';
import { listMessages } from './cases/listMessages';
import { listRelatedCases } from './cases/listRelatedCases';
import { openMatter } from './cases/openMatter';
import { previewCaseAssessment } from './cases/previewCaseAssessment';
import { readCase } from './cases/readCase';
import { readCommand } from './cases/readCommand';
import { readEntitlements } from './cases/readEntitlements';
import { readFacts } from './cases/readFacts';
import { readIdentity } from './cases/readIdentity';
import { readLetter } from './cases/readLetter';
import { readTimeline } from './cases/readTimeline';
import { readTimelineEvent } from './cases/readTimelineEvent';
import { recordFact } from './cases/recordFact';
import { searchCases } from './cases/searchCases';
import { submitCase } from './cases/submitCase';
import { takeAction } from './cases/takeAction';
import { takeMatterAction } from './cases/takeMatterAction';
import { previewDeadline } from './deadlines/previewDeadline';
import { readDelegation } from './delegation/readDelegation';
import { listDisclosures } from './disclosure/listDisclosures';
import { readDisclosure } from './disclosure/readDisclosure';
import { proposeDisclosure } from './disclosure/proposeDisclosure';
import { publishDisclosure } from './disclosure/publishDisclosure';
import { rejectDisclosure } from './disclosure/rejectDisclosure';
import { printDisclosure } from './disclosure/printDisclosure';
import { exportDisclosure } from './disclosure/exportDisclosure';
import { readPaymentList } from './disclosure/readPaymentList';
import { printPaymentList } from './disclosure/printPaymentList';
import { listDynamics } from './dynamics/listDynamics';
import { readDynamicsList } from './dynamics/readDynamicsList';
import { readDynamicsReport } from './dynamics/readDynamicsReport';
import { decideDynamicsItem } from './dynamics/decideDynamicsItem';
import { submitDynamicsList } from './dynamics/submitDynamicsList';
import { signDynamicsList } from './dynamics/signDynamicsList';
import { returnDynamicsList } from './dynamics/returnDynamicsList';
import { listDivisions } from './divisions/listDivisions';
import { readDivision } from './divisions/readDivision';
import { printApplication } from './dossier/printApplication';
import { printDossier } from './dossier/printDossier';
import { readMissing } from './dossier/readMissing';
import { listDocuments } from './documents/listDocuments';
import { readDocument } from './documents/readDocument';
import { uploadDocument } from './documents/uploadDocument';
import { createDraft } from './drafts/createDraft';
import { deleteDraft } from './drafts/deleteDraft';
import { deleteDraftDocument } from './drafts/documents/deleteDraftDocument';
import { listDraftDocuments } from './drafts/documents/listDraftDocuments';
import { readDraftDocument } from './drafts/documents/readDraftDocument';
import { uploadDraftDocument } from './drafts/documents/uploadDraftDocument';
import { listDrafts } from './drafts/listDrafts';
import { printDraft } from './drafts/printDraft';
import { readDraft } from './drafts/readDraft';
import { saveDraft } from './drafts/saveDraft';
import { submitDraft } from './drafts/submitDraft';
import { answerExchangeItem } from './exchange/answerExchangeItem';
import { correctExchangeItem } from './exchange/correctExchangeItem';
import { createExchangePackage } from './exchange/createExchangePackage';
import { downloadExchangePackage } from './exchange/downloadExchangePackage';
import { downloadFillIn } from './exchange/downloadFillIn';
import { importExchangeReceipt } from './exchange/importExchangeReceipt';
import { importExchangeSnapshot } from './exchange/importExchangeSnapshot';
import { listExchangeAlerts } from './exchange/listExchangeAlerts';
import { listExchangeDifferences } from './exchange/listExchangeDifferences';
import { listExchangeItems } from './exchange/listExchangeItems';
import { listExchangePackages } from './exchange/listExchangePackages';
import { listExchangeReceipts } from './exchange/listExchangeReceipts';
import { listExchangeSnapshots } from './exchange/listExchangeSnapshots';
import { listExchangeWork } from './exchange/listExchangeWork';
import { readExchangeItem } from './exchange/readExchangeItem';
import { readExchangePackage } from './exchange/readExchangePackage';
import { readExchangeReceipt } from './exchange/readExchangeReceipt';
import { readFillIn } from './exchange/readFillIn';
import { recordFillIn } from './exchange/recordFillIn';
import { settleExchangeDifference } from './exchange/settleExchangeDifference';
import { readImport } from './imports/readImport';
import { startImport } from './imports/startImport';
import { printLetter } from './letters/printLetter';
import { countNotices } from './notices/countNotices';
import { listNoticeEvidence } from './notices/listNoticeEvidence';
import { listNotices } from './notices/listNotices';
import { printBoard } from './notices/printBoard';
import { printNotice } from './notices/printNotice';
import { printRecipients } from './notices/printRecipients';
import { readBoard } from './notices/readBoard';
import { readRecipients } from './notices/readRecipients';
import { approveFundMovement } from './funds/approveFundMovement';
import { listFundAlerts } from './funds/listFundAlerts';
import { listFundMovements } from './funds/listFundMovements';
import { proposeFundMovement } from './funds/proposeFundMovement';
import { readFundForecast } from './funds/readFundForecast';
import { readFunds } from './funds/readFunds';
import { rejectFundMovement } from './funds/rejectFundMovement';
import { reverseFundMovement } from './funds/reverseFundMovement';
import { approveReserveGrant } from './reserve-fund/approveReserveGrant';
import { approveReserveReconciliation } from './reserve-fund/approveReserveReconciliation';
import { approveReserveTopUp } from './reserve-fund/approveReserveTopUp';
import { closeReserveFund } from './reserve-fund/closeReserveFund';
import { importDirectGrants } from './reserve-fund/importDirectGrants';
import { listDirectGrantImports } from './reserve-fund/listDirectGrantImports';
import { listReserveEntries } from './reserve-fund/listReserveEntries';
import { listReserveFunds } from './reserve-fund/listReserveFunds';
import { listReserveGrants } from './reserve-fund/listReserveGrants';
import { proposeReserveGrant } from './reserve-fund/proposeReserveGrant';
import { proposeReserveReconciliation } from './reserve-fund/proposeReserveReconciliation';
import { readReserveFund } from './reserve-fund/readReserveFund';
import { rejectReserveGrant } from './reserve-fund/rejectReserveGrant';
import { rejectReserveReconciliation } from './reserve-fund/rejectReserveReconciliation';
import { rejectReserveTopUp } from './reserve-fund/rejectReserveTopUp';
import { requestReserveTopUp } from './reserve-fund/requestReserveTopUp';
import { readLifecycle } from './lifecycle/readLifecycle';
import { approveParameter } from './parameters/approveParameter';
import { listParameterProposals } from './parameters/listParameterProposals';
import { listParameters } from './parameters/listParameters';
import { proposeParameter } from './parameters/proposeParameter';
import { rejectParameter } from './parameters/rejectParameter';
import { approveOneOffPlan } from './one-off-subsidy/approveOneOffPlan';
import { listOneOffPlans } from './one-off-subsidy/listOneOffPlans';
import { proposeOneOffPlan } from './one-off-subsidy/proposeOneOffPlan';
import { readOneOffRecipients } from './one-off-subsidy/readOneOffRecipients';
import { rejectOneOffPlan } from './one-off-subsidy/rejectOneOffPlan';
import { approvePriceIndex } from './price-linkage/approvePriceIndex';
import { approvePriceLinkageStart } from './price-linkage/approvePriceLinkageStart';
import { listPriceIndices } from './price-linkage/listPriceIndices';
import { listPriceLinkageMonths } from './price-linkage/listPriceLinkageMonths';
import { previewPriceLinkage } from './price-linkage/previewPriceLinkage';
import { proposePriceIndex } from './price-linkage/proposePriceIndex';
import { proposePriceLinkageStart } from './price-linkage/proposePriceLinkageStart';
import { readPriceLinkageRecipients } from './price-linkage/readPriceLinkageRecipients';
import { recordPriceLinkagePaid } from './price-linkage/recordPriceLinkagePaid';
import { rejectPriceIndex } from './price-linkage/rejectPriceIndex';
import { rejectPriceLinkageStart } from './price-linkage/rejectPriceLinkageStart';
import { readPaymentHistory } from './payment-history/readPaymentHistory';
import { closePaymentFinding } from './payment-files/closePaymentFinding';
import { importPaymentReturn } from './payment-files/importPaymentReturn';
import { listPaymentFiles } from './payment-files/listPaymentFiles';
import { listPaymentReturns } from './payment-files/listPaymentReturns';
import { listReturnRows } from './payment-files/listReturnRows';
import { readLedgerCheck } from './payment-files/readLedgerCheck';
import { readPaymentFile } from './payment-files/readPaymentFile';
import { readReconciliation } from './payment-files/readReconciliation';
import { reissuePaymentLine } from './payment-files/reissuePaymentLine';
import { decidePaymentHold } from './payments/decidePaymentHold';
import { listPaymentLines } from './payments/listPaymentLines';
import { listPaymentRuns } from './payments/listPaymentRuns';
import { openPaymentRun } from './payments/openPaymentRun';
import { readPaymentRun } from './payments/readPaymentRun';
import { takePaymentAction } from './payments/takePaymentAction';
import { lookUpPerson } from './persons/lookUpPerson';
import { readEvents } from './live/readEvents';
import { listPaidHouseholds } from './public/listPaidHouseholds';
import { listRecoveries } from './recovery/listRecoveries';
import { readRecovery } from './recovery/readRecovery';
import { takeRecoveryAction } from './recovery/takeRecoveryAction';
import { listPublicNotices } from './public/listPublicNotices';
import { listRecipients } from './public/listRecipients';
import { objectToNotice } from './public/objectToNotice';
import { countQueue } from './queue/countQueue';
import { listWaiting } from './queue/listWaiting';
import { readQueue } from './queue/readQueue';
import { deleteSavedView } from './saved-views/deleteSavedView';
import { listSavedViews } from './saved-views/listSavedViews';
import { saveView } from './saved-views/saveView';
import { declareRelative } from './relatives/declareRelative';
import { endRelative } from './relatives/endRelative';
import { listCaseRelatives } from './relatives/listCaseRelatives';
import { searchRelatives } from './relatives/searchRelatives';
import { changePassword } from './session/changePassword';
import { listOwnSessions } from './session/listOwnSessions';
import { logIn } from './session/logIn';
import { logOut } from './session/logOut';
import { readSession } from './session/readSession';
import { revokeOwnSession } from './session/revokeOwnSession';
import { switchAppointment } from './session/switchAppointment';
import { createStaff } from './staff/createStaff';
import { endAppointment } from './staff/endAppointment';
import { grantAppointment } from './staff/grantAppointment';
import { listColleagues } from './staff/listColleagues';
import { listStaff } from './staff/listStaff';
import { listStaffSessions } from './staff/listStaffSessions';
import { readStaff } from './staff/readStaff';
import { resetPassword } from './staff/resetPassword';
import { revokeStaffSession } from './staff/revokeStaffSession';
import { setStaffActive } from './staff/setStaffActive';
import { askWhatIf } from './standards/askWhatIf';
import { listStandardAlerts } from './standards/listStandardAlerts';
import { readRuleDocument } from './standards/readRuleDocument';
import { readStandardHistory } from './standards/readStandardHistory';
import { readStandards } from './standards/readStandards';
import { uploadRuleDocument } from './standards/uploadRuleDocument';
import { approveUplift } from './uplift/approveUplift';
import { cancelUplift } from './uplift/cancelUplift';
import { listUpliftCases } from './uplift/listUpliftCases';
import { listUpliftLeads } from './uplift/listUpliftLeads';
import { listUpliftSample } from './uplift/listUpliftSample';
import { listUplifts } from './uplift/listUplifts';
import { readUplift } from './uplift/readUplift';
import { recordUpliftVerdict } from './uplift/recordUpliftVerdict';
import { settleUpliftLead } from './uplift/settleUpliftLead';
import { startUplift } from './uplift/startUplift';
import { readHealth } from './system/readHealth';
import { listVisits } from './visits/listVisits';
import { readCaseVisits } from './visits/readCaseVisits';
import { readVisitPack } from './visits/readVisitPack';

/** Every operation of the API; the key is its name: file, operationId, audit row and metric. */
export const operations = {
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
  previewAssessment,
  previewDeadline,
  previewPriceLinkage,
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
  readStandards,
  readStandardHistory,
  listStandardAlerts,
  askWhatIf,
  uploadRuleDocument,
  readRuleDocument,
  startUplift,
  listUplifts,
  readUplift,
  listUpliftCases,
  listUpliftSample,
  recordUpliftVerdict,
  approveUplift,
  cancelUplift,
  listUpliftLeads,
  settleUpliftLead,
  listPriceIndices,
  proposePriceIndex,
  approvePriceIndex,
  rejectPriceIndex,
  listPriceLinkageMonths,
  proposePriceLinkageStart,
  approvePriceLinkageStart,
  rejectPriceLinkageStart,
  recordPriceLinkagePaid,
  readPriceLinkageRecipients,
  listOneOffPlans,
  proposeOneOffPlan,
  approveOneOffPlan,
  rejectOneOffPlan,
  readOneOffRecipients,
  listDisclosures,
  readDisclosure,
  proposeDisclosure,
  publishDisclosure,
  rejectDisclosure,
  printDisclosure,
  exportDisclosure,
  readPaymentList,
  printPaymentList,
  listExchangePackages,
  createExchangePackage,
  readExchangePackage,
  downloadExchangePackage,
  listExchangeItems,
  readExchangeItem,
  answerExchangeItem,
  correctExchangeItem,
  listExchangeWork,
  importExchangeReceipt,
  listExchangeReceipts,
  readExchangeReceipt,
  importExchangeSnapshot,
  listExchangeSnapshots,
  listExchangeDifferences,
  settleExchangeDifference,
  listExchangeAlerts,
  readFillIn,
  downloadFillIn,
  recordFillIn,
  listRecoveries,
  readRecovery,
  takeRecoveryAction,
  listDynamics,
  readDynamicsList,
  readDynamicsReport,
  decideDynamicsItem,
  submitDynamicsList,
  signDynamicsList,
  returnDynamicsList,
  submitCase,
  listCases,
  searchCases,
  exportCases,
  listSavedViews,
  saveView,
  deleteSavedView,
  readCase,
  readIdentity,
  readTimeline,
  readTimelineEvent,
  readFacts,
  recordFact,
  listAssessments,
  previewCaseAssessment,
  listLetters,
  listMessages,
  listRelatedCases,
  readLetter,
  printLetter,
  printNotice,
  listNotices,
  countNotices,
  listNoticeEvidence,
  readBoard,
  printBoard,
  readRecipients,
  printRecipients,
  printApplication,
  printDossier,
  readMissing,
  readEntitlements,
  readPaymentHistory,
  takeAction,
  openMatter,
  takeMatterAction,
  readCommand,
  createDraft,
  listDrafts,
  readDraft,
  saveDraft,
  deleteDraft,
  submitDraft,
  uploadDraftDocument,
  listDraftDocuments,
  readDraftDocument,
  deleteDraftDocument,
  printDraft,
  readQueue,
  countQueue,
  listWaiting,
  lookUpPerson,
  startImport,
  readImport,
  readFunds,
  readFundForecast,
  listFundAlerts,
  listFundMovements,
  proposeFundMovement,
  approveFundMovement,
  rejectFundMovement,
  reverseFundMovement,
  listReserveFunds,
  readReserveFund,
  listReserveEntries,
  listReserveGrants,
  proposeReserveGrant,
  approveReserveGrant,
  rejectReserveGrant,
  requestReserveTopUp,
  approveReserveTopUp,
  rejectReserveTopUp,
  proposeReserveReconciliation,
  approveReserveReconciliation,
  rejectReserveReconciliation,
  closeReserveFund,
  importDirectGrants,
  listDirectGrantImports,
  readLifecycle,
  listWorkflows,
  readWorkflow,
  compareWorkflow,
  repairWorkflow,
  readEngine,
  decodePayloads,
  encodePayloads,
  listVisits,
  readVisitPack,
  readCaseVisits,
  uploadDocument,
  listDocuments,
  readDocument,
  readEvents,
  listPaidHouseholds,
  listPublicNotices,
  listRecipients,
  objectToNotice,
  listPaymentRuns,
  openPaymentRun,
  readPaymentRun,
  takePaymentAction,
  listPaymentLines,
  listPaymentFiles,
  readPaymentFile,
  importPaymentReturn,
  listPaymentReturns,
  listReturnRows,
  readReconciliation,
  reissuePaymentLine,
  closePaymentFinding,
  readLedgerCheck,
  decidePaymentHold,
  listCardAccounts,
  proposeCardAccount,
  readCardNumber,
  approveCardAccount,
  rejectCardAccount,
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

export type OperationName = keyof typeof operations;
