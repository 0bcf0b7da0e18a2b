import { z } from 'zod';
import type { RuleDocument } from '../../generated/prisma/client';

export const RuleDocumentView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mime: z.string(),
    size: z.int(),
    sha256: z.string(),
    uploadedAt: z.iso.datetime(),
  })
  .meta({ id: 'RuleDocument' });

export const ruleDocumentView = (row: RuleDocument): z.input<typeof RuleDocumentView> => ({
  id: row.id,
  name: row.name,
  mime: row.mime,
  size: row.size,
  sha256: row.sha256,
  uploadedAt: row.uploadedAt.toISOString(),
});

export const exampleRuleDocument = {
  id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c40',
  name: '关于提高保障标准的通知.pdf',
  mime: 'application/pdf',
  size: 120_034,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  uploadedAt: '2025-06-20T02:00:00.000Z',
};
