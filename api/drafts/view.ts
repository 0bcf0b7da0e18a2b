import { z } from 'zod';
import type { Draft } from '../../generated/prisma/client';
import type { FieldCipher } from '../../store/crypto';
import { id, integer } from '../fields';

export const draftParams = z.strictObject({ draftId: id('草稿') });
export const draftVersion = integer('草稿版本', { min: 1, max: 1_000_000 });

export const DraftSummary = z
  .object({
    id: z.uuid(),
    programme: z.string(),
    division: z.string(),
    title: z.string(),
    version: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    remindedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'DraftSummary' });

export const DraftView = DraftSummary.extend({ content: z.record(z.string(), z.unknown()) }).meta({ id: 'Draft' });

export const draftSummary = (draft: Draft): z.input<typeof DraftSummary> => ({
  id: draft.id,
  programme: draft.programme,
  division: draft.division,
  title: draft.title,
  version: draft.version,
  createdAt: draft.createdAt.toISOString(),
  updatedAt: draft.updatedAt.toISOString(),
  remindedAt: draft.remindedAt?.toISOString() ?? null,
});

export type DraftContent = Readonly<Record<string, unknown>>;

export const openContent = (cipher: FieldCipher, draft: Draft): DraftContent =>
  cipher.openJson('draft', 'content_enc', draft.id, draft.contentEnc) as DraftContent;

/** The content as an application: `form`, what a client keeps of its own form, is nobody else's business. */
export const applicationContent = (cipher: FieldCipher, draft: Draft): DraftContent => {
  const { form: _form, ...application } = openContent(cipher, draft);
  return application;
};

export const sealContent = (cipher: FieldCipher, id: string, content: DraftContent) =>
  cipher.sealJson('draft', 'content_enc', id, content);

export const draftView = (cipher: FieldCipher, draft: Draft): z.input<typeof DraftView> => ({
  ...draftSummary(draft),
  content: openContent(cipher, draft),
});

/** What the list shows: the applicant's name as far as it is typed. */
export const titleOf = (content: DraftContent): string => {
  const members: unknown = content['members'];
  const named = (Array.isArray(members) ? members : []) as { readonly ref?: unknown; readonly name?: unknown }[];
  const applicant = named.find(({ ref }) => ref !== undefined && ref === content['applicant']) ?? named[0];
  return typeof applicant?.name === 'string' && applicant.name.trim() !== ''
    ? applicant.name.trim().slice(0, 60)
    : '未填写姓名';
};

export const exampleDraft: z.input<typeof DraftView> = {
  id: '6f718293-a4b5-4cef-9041-5b6c7d8e9fa0',
  programme: 'dibao',
  division: '530581001000',
  title: '甲示例',
  version: 1,
  createdAt: '2022-08-01T01:30:00.000Z',
  updatedAt: '2022-08-01T01:30:00.000Z',
  remindedAt: null,
  content: { programme: 'dibao', members: [{ ref: 'm1', name: '甲示例' }] },
};
