import { z } from 'zod';
import type { DraftDocument } from '../../../generated/prisma/client';
import { documentKinds, type DocumentKind } from '../../../domain/documents/kinds';
import { id } from '../../fields';
import { draftParams, exampleDraft } from '../view';

export const draftDocumentParams = draftParams.extend({ documentId: id('材料') });

export const DraftDocumentView = z
  .object({
    id: z.uuid(),
    member: z.string().nullable().meta({ description: '所属成员的代号;全家的为空' }),
    kind: z.string(),
    kindLabel: z.string(),
    name: z.string(),
    mime: z.string().meta({ description: '按内容识别的类型' }),
    size: z.int().meta({ description: '字节' }),
    uploadedAt: z.iso.datetime(),
  })
  .meta({ id: 'DraftDocument', description: '草稿的一份材料;提交后成为案件的材料,编号不变' });

export const draftDocumentView = (row: DraftDocument): z.output<typeof DraftDocumentView> => ({
  id: row.id,
  member: row.memberRef,
  kind: row.kind,
  kindLabel: documentKinds[row.kind as DocumentKind] ?? row.kind,
  name: row.name,
  mime: row.mime,
  size: row.size,
  uploadedAt: row.uploadedAt.toISOString(),
});

export const exampleDraftDocument: z.output<typeof DraftDocumentView> = {
  id: '5a1f0e7c-3b52-4c6e-8d7f-6e3f9a1b0c02',
  member: 'm1',
  kind: 'identity',
  kindLabel: documentKinds.identity,
  name: '身份证.jpg',
  mime: 'image/jpeg',
  size: 183_204,
  uploadedAt: '2022-08-01T01:35:00.000Z',
};
export const exampleDraftParams = { draftId: exampleDraft.id };
