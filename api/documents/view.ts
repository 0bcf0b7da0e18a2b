import { z } from 'zod';
import type { Document } from '../../generated/prisma/client';
import { id } from '../fields';
import { documentKinds, type DocumentKind } from '../../domain/documents/kinds';

export const caseParams = z.strictObject({ caseId: id('案件') });
export const documentParams = caseParams.extend({ documentId: id('材料') });

export const DocumentView = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    personId: z.uuid().nullable(),
    kind: z.string(),
    kindLabel: z.string(),
    name: z.string(),
    mime: z.string().meta({ description: '按内容识别的类型' }),
    size: z.int().meta({ description: '字节' }),
    sha256: z.string(),
    uploadedAt: z.iso.datetime(),
    uploadedBy: z.uuid().nullable(),
  })
  .meta({ id: 'Document', description: '一份材料(照片、扫描件)' });

export const documentView = (row: Document): z.output<typeof DocumentView> => ({
  id: row.id,
  caseId: row.caseId,
  personId: row.personId,
  kind: row.kind,
  kindLabel: documentKinds[row.kind as DocumentKind] ?? row.kind,
  name: row.name,
  mime: row.mime,
  size: row.size,
  sha256: row.sha256,
  uploadedAt: row.uploadedAt.toISOString(),
  uploadedBy: row.uploadedBy,
});

export const exampleDocument = {
  id: '5a1f0e7c-3b52-4c6e-8d7f-6e3f9a1b0c01',
  caseId: '5a1f0e7c-3b52-4c6e-8d7f-6e3f9a1b0c00',
  personId: null,
  kind: 'visitPhoto',
  kindLabel: '入户照片',
  name: '堂屋.jpg',
  mime: 'image/jpeg',
  size: 183_204,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  uploadedAt: '2022-07-05T03:20:00.000Z',
  uploadedBy: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
};
