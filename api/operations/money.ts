import type { Operation } from '../operation';
import { approveCardAccount } from '../card-accounts/approveCardAccount';
import { approveCardAccounts } from '../card-accounts/approveCardAccounts';
import { downloadRefusedAccounts } from '../card-accounts/downloadRefusedAccounts';
import { importCardAccounts } from '../card-accounts/importCardAccounts';
import { listCardAccountImports } from '../card-accounts/listCardAccountImports';
import { listCardAccounts } from '../card-accounts/listCardAccounts';
import { listWaitingAccounts } from '../card-accounts/listWaitingAccounts';
import { proposeCardAccount } from '../card-accounts/proposeCardAccount';
import { readCardAccountImport } from '../card-accounts/readCardAccountImport';
import { readCardNumber } from '../card-accounts/readCardNumber';
import { rejectCardAccount } from '../card-accounts/rejectCardAccount';
import { exportDisclosure } from '../disclosure/exportDisclosure';
import { listDisclosures } from '../disclosure/listDisclosures';
import { printDisclosure } from '../disclosure/printDisclosure';
import { printPaymentList } from '../disclosure/printPaymentList';
import { proposeDisclosure } from '../disclosure/proposeDisclosure';
import { publishDisclosure } from '../disclosure/publishDisclosure';
import { readDisclosure } from '../disclosure/readDisclosure';
import { readPaymentList } from '../disclosure/readPaymentList';
import { rejectDisclosure } from '../disclosure/rejectDisclosure';
import { approveFundMovement } from '../funds/approveFundMovement';
import { listFundAlerts } from '../funds/listFundAlerts';
import { listFundMovements } from '../funds/listFundMovements';
import { proposeFundMovement } from '../funds/proposeFundMovement';
import { readFundClosing } from '../funds/readFundClosing';
import { readFundForecast } from '../funds/readFundForecast';
import { readFunds } from '../funds/readFunds';
import { rejectFundMovement } from '../funds/rejectFundMovement';
import { reverseFundMovement } from '../funds/reverseFundMovement';
import { approveOneOffPlan } from '../one-off-subsidy/approveOneOffPlan';
import { listOneOffPlans } from '../one-off-subsidy/listOneOffPlans';
import { proposeOneOffPlan } from '../one-off-subsidy/proposeOneOffPlan';
import { readOneOffRecipients } from '../one-off-subsidy/readOneOffRecipients';
import { rejectOneOffPlan } from '../one-off-subsidy/rejectOneOffPlan';
import { approveHandAnswer } from '../hand-answers/approveHandAnswer';
import { listHandAnswers } from '../hand-answers/listHandAnswers';
import { proposeHandAnswer } from '../hand-answers/proposeHandAnswer';
import { readHandAnswerEvidence } from '../hand-answers/readHandAnswerEvidence';
import { rejectHandAnswer } from '../hand-answers/rejectHandAnswer';
import { closePaymentFinding } from '../payment-files/closePaymentFinding';
import { importPaymentReturn } from '../payment-files/importPaymentReturn';
import { listPaymentFiles } from '../payment-files/listPaymentFiles';
import { listPaymentReturns } from '../payment-files/listPaymentReturns';
import { listReturnRows } from '../payment-files/listReturnRows';
import { readLedgerCheck } from '../payment-files/readLedgerCheck';
import { readPaymentFile } from '../payment-files/readPaymentFile';
import { readReconciliation } from '../payment-files/readReconciliation';
import { reissueCorrectedLines } from '../payment-files/reissueCorrectedLines';
import { reissuePaymentLine } from '../payment-files/reissuePaymentLine';
import { readPaymentHistory } from '../payment-history/readPaymentHistory';
import { decidePaymentHold } from '../payments/decidePaymentHold';
import { listPaymentLines } from '../payments/listPaymentLines';
import { listPaymentRuns } from '../payments/listPaymentRuns';
import { openPaymentRun } from '../payments/openPaymentRun';
import { readPaymentRun } from '../payments/readPaymentRun';
import { takePaymentAction } from '../payments/takePaymentAction';
import { approvePriceIndex } from '../price-linkage/approvePriceIndex';
import { approvePriceLinkageStart } from '../price-linkage/approvePriceLinkageStart';
import { listPriceIndices } from '../price-linkage/listPriceIndices';
import { listPriceLinkageMonths } from '../price-linkage/listPriceLinkageMonths';
import { previewPriceLinkage } from '../price-linkage/previewPriceLinkage';
import { proposePriceIndex } from '../price-linkage/proposePriceIndex';
import { proposePriceLinkageStart } from '../price-linkage/proposePriceLinkageStart';
import { readPriceLinkageRecipients } from '../price-linkage/readPriceLinkageRecipients';
import { recordPriceLinkagePaid } from '../price-linkage/recordPriceLinkagePaid';
import { rejectPriceIndex } from '../price-linkage/rejectPriceIndex';
import { rejectPriceLinkageStart } from '../price-linkage/rejectPriceLinkageStart';
import { listRecoveries } from '../recovery/listRecoveries';
import { readRecovery } from '../recovery/readRecovery';
import { takeRecoveryAction } from '../recovery/takeRecoveryAction';
import { approveReserveGrant } from '../reserve-fund/approveReserveGrant';
import { approveReserveReconciliation } from '../reserve-fund/approveReserveReconciliation';
import { approveReserveTopUp } from '../reserve-fund/approveReserveTopUp';
import { closeReserveFund } from '../reserve-fund/closeReserveFund';
import { importDirectGrants } from '../reserve-fund/importDirectGrants';
import { listDirectGrantImports } from '../reserve-fund/listDirectGrantImports';
import { listReserveEntries } from '../reserve-fund/listReserveEntries';
import { listReserveFunds } from '../reserve-fund/listReserveFunds';
import { listReserveGrants } from '../reserve-fund/listReserveGrants';
import { proposeReserveGrant } from '../reserve-fund/proposeReserveGrant';
import { proposeReserveReconciliation } from '../reserve-fund/proposeReserveReconciliation';
import { readReserveFund } from '../reserve-fund/readReserveFund';
import { rejectReserveGrant } from '../reserve-fund/rejectReserveGrant';
import { rejectReserveReconciliation } from '../reserve-fund/rejectReserveReconciliation';
import { rejectReserveTopUp } from '../reserve-fund/rejectReserveTopUp';
import { requestReserveTopUp } from '../reserve-fund/requestReserveTopUp';

/** From the entitlement to the card: runs, files, funds, subsidies, recovery and what is published of them. */
export const moneyOperations = {
  previewPriceLinkage,
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
  listRecoveries,
  readRecovery,
  takeRecoveryAction,
  readPaymentHistory,
  readFunds,
  readFundClosing,
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
  listHandAnswers,
  proposeHandAnswer,
  readHandAnswerEvidence,
  approveHandAnswer,
  rejectHandAnswer,
  readReconciliation,
  reissuePaymentLine,
  reissueCorrectedLines,
  closePaymentFinding,
  readLedgerCheck,
  decidePaymentHold,
  listCardAccounts,
  listWaitingAccounts,
  importCardAccounts,
  listCardAccountImports,
  readCardAccountImport,
  downloadRefusedAccounts,
  approveCardAccounts,
  proposeCardAccount,
  readCardNumber,
  approveCardAccount,
  rejectCardAccount,
} as const satisfies Readonly<Record<string, Operation>>;
