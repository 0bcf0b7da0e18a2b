export const contentOf = (caseId: string, documentId: string): string =>
  `/api/v1/cases/${caseId}/documents/${documentId}/content`;
