import type { Operation } from '../operation';
import { previewAssessment } from '../assessments/previewAssessment';
import { exportCases } from '../cases/exportCases';
import { listAssessments } from '../cases/listAssessments';
import { listCases } from '../cases/listCases';
import { listLetters } from '../cases/listLetters';
import { listMessages } from '../cases/listMessages';
import { listRelatedCases } from '../cases/listRelatedCases';
import { openMatter } from '../cases/openMatter';
import { previewCaseAssessment } from '../cases/previewCaseAssessment';
import { readCase } from '../cases/readCase';
import { readCommand } from '../cases/readCommand';
import { readEntitlements } from '../cases/readEntitlements';
import { readFacts } from '../cases/readFacts';
import { readIdentity } from '../cases/readIdentity';
import { readLetter } from '../cases/readLetter';
import { readTimeline } from '../cases/readTimeline';
import { readTimelineEvent } from '../cases/readTimelineEvent';
import { recordFact } from '../cases/recordFact';
import { searchCases } from '../cases/searchCases';
import { submitCase } from '../cases/submitCase';
import { takeAction } from '../cases/takeAction';
import { takeMatterAction } from '../cases/takeMatterAction';
import { previewDeadline } from '../deadlines/previewDeadline';
import { listDocuments } from '../documents/listDocuments';
import { readDocument } from '../documents/readDocument';
import { uploadDocument } from '../documents/uploadDocument';
import { printApplication } from '../dossier/printApplication';
import { printDossier } from '../dossier/printDossier';
import { readMissing } from '../dossier/readMissing';
import { createDraft } from '../drafts/createDraft';
import { deleteDraft } from '../drafts/deleteDraft';
import { deleteDraftDocument } from '../drafts/documents/deleteDraftDocument';
import { listDraftDocuments } from '../drafts/documents/listDraftDocuments';
import { readDraftDocument } from '../drafts/documents/readDraftDocument';
import { uploadDraftDocument } from '../drafts/documents/uploadDraftDocument';
import { listDrafts } from '../drafts/listDrafts';
import { printDraft } from '../drafts/printDraft';
import { readDraft } from '../drafts/readDraft';
import { saveDraft } from '../drafts/saveDraft';
import { submitDraft } from '../drafts/submitDraft';
import { readImport } from '../imports/readImport';
import { startImport } from '../imports/startImport';
import { printLetter } from '../letters/printLetter';
import { countNotices } from '../notices/countNotices';
import { listNoticeEvidence } from '../notices/listNoticeEvidence';
import { listNotices } from '../notices/listNotices';
import { printBoard } from '../notices/printBoard';
import { printNotice } from '../notices/printNotice';
import { printRecipients } from '../notices/printRecipients';
import { readBoard } from '../notices/readBoard';
import { readRecipients } from '../notices/readRecipients';
import { lookUpPerson } from '../persons/lookUpPerson';
import { listPaidHouseholds } from '../public/listPaidHouseholds';
import { listPublicNotices } from '../public/listPublicNotices';
import { listRecipients } from '../public/listRecipients';
import { objectToNotice } from '../public/objectToNotice';
import { countQueue } from '../queue/countQueue';
import { listWaiting } from '../queue/listWaiting';
import { readQueue } from '../queue/readQueue';
import { listVisits } from '../visits/listVisits';
import { readCaseVisits } from '../visits/readCaseVisits';
import { readVisitPack } from '../visits/readVisitPack';

/** From the application to the closing: drafts, cases, papers, visits, notices, work lists and the public pages. */
export const casesOperations = {
  previewAssessment,
  previewDeadline,
  submitCase,
  listCases,
  searchCases,
  exportCases,
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
  listVisits,
  readVisitPack,
  readCaseVisits,
  uploadDocument,
  listDocuments,
  readDocument,
  listPaidHouseholds,
  listPublicNotices,
  listRecipients,
  objectToNotice,
} as const satisfies Readonly<Record<string, Operation>>;
