import { documentKindNames, documentKinds as words, type DocumentKind } from '../../../domain/documents/kinds';

export type { DocumentKind };

/** What a person chooses from. */
export const documentKinds = documentKindNames.map((value) => ({ value, label: words[value] }));
