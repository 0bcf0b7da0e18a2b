import type { Operation } from '../operation';
import { decideDynamicsItem } from '../dynamics/decideDynamicsItem';
import { listDynamics } from '../dynamics/listDynamics';
import { readDynamicsList } from '../dynamics/readDynamicsList';
import { readDynamicsReport } from '../dynamics/readDynamicsReport';
import { returnDynamicsList } from '../dynamics/returnDynamicsList';
import { signDynamicsList } from '../dynamics/signDynamicsList';
import { submitDynamicsList } from '../dynamics/submitDynamicsList';
import { answerExchangeItem } from '../exchange/answerExchangeItem';
import { correctExchangeItem } from '../exchange/correctExchangeItem';
import { createExchangePackage } from '../exchange/createExchangePackage';
import { downloadExchangePackage } from '../exchange/downloadExchangePackage';
import { downloadFillIn } from '../exchange/downloadFillIn';
import { importExchangeReceipt } from '../exchange/importExchangeReceipt';
import { importExchangeSnapshot } from '../exchange/importExchangeSnapshot';
import { listExchangeAlerts } from '../exchange/listExchangeAlerts';
import { listExchangeDifferences } from '../exchange/listExchangeDifferences';
import { listExchangeItems } from '../exchange/listExchangeItems';
import { listExchangePackages } from '../exchange/listExchangePackages';
import { listExchangeFiles } from '../exchange/listExchangeFiles';
import { listExchangeReceipts } from '../exchange/listExchangeReceipts';
import { listExchangeSnapshots } from '../exchange/listExchangeSnapshots';
import { listExchangeWork } from '../exchange/listExchangeWork';
import { readExchangeFile } from '../exchange/readExchangeFile';
import { readExchangeItem } from '../exchange/readExchangeItem';
import { readExchangePackage } from '../exchange/readExchangePackage';
import { readExchangeReceipt } from '../exchange/readExchangeReceipt';
import { readExchangeSnapshot } from '../exchange/readExchangeSnapshot';
import { readFillIn } from '../exchange/readFillIn';
import { recordFillIn } from '../exchange/recordFillIn';
import { settleExchangeDifference } from '../exchange/settleExchangeDifference';
import { askWhatIf } from '../standards/askWhatIf';
import { listStandardAlerts } from '../standards/listStandardAlerts';
import { readRuleDocument } from '../standards/readRuleDocument';
import { readStandardHistory } from '../standards/readStandardHistory';
import { readStandards } from '../standards/readStandards';
import { uploadRuleDocument } from '../standards/uploadRuleDocument';
import { approveUplift } from '../uplift/approveUplift';
import { cancelUplift } from '../uplift/cancelUplift';
import { listUpliftCases } from '../uplift/listUpliftCases';
import { listUpliftLeads } from '../uplift/listUpliftLeads';
import { listUpliftSample } from '../uplift/listUpliftSample';
import { listUplifts } from '../uplift/listUplifts';
import { readUplift } from '../uplift/readUplift';
import { recordUpliftVerdict } from '../uplift/recordUpliftVerdict';
import { settleUpliftLead } from '../uplift/settleUpliftLead';
import { startUplift } from '../uplift/startUplift';

/** What is done for all households of a place: standards, uplifts, monthly lists, exchange with the systems above. */
export const standardsOperations = {
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
  listExchangeFiles,
  readExchangeFile,
  listExchangeReceipts,
  readExchangeReceipt,
  importExchangeSnapshot,
  listExchangeSnapshots,
  readExchangeSnapshot,
  listExchangeDifferences,
  settleExchangeDifference,
  listExchangeAlerts,
  readFillIn,
  downloadFillIn,
  recordFillIn,
  listDynamics,
  readDynamicsList,
  readDynamicsReport,
  decideDynamicsItem,
  submitDynamicsList,
  signDynamicsList,
  returnDynamicsList,
} as const satisfies Readonly<Record<string, Operation>>;
