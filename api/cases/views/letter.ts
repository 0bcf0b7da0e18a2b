import { z } from 'zod';
import type { Letter } from '../../../generated/prisma/client';

export const LetterSummary = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    matterId: z.uuid().nullable(),
    sequence: z.int().meta({ description: '办理经过中的第几步写成' }),
    createdAt: z.iso.datetime(),
    deliveredAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'LetterSummary' });

export const letterSummary = (letter: Letter): z.input<typeof LetterSummary> => ({
  id: letter.id,
  kind: letter.kind,
  title: letter.title,
  matterId: letter.matterId,
  sequence: letter.sequence,
  createdAt: letter.createdAt.toISOString(),
  deliveredAt: letter.deliveredAt?.toISOString() ?? null,
});

export const exampleLetter: z.input<typeof LetterSummary> = {
  id: '2c3d4e5f-6071-5a8b-9c0d-1e2f3a4b5c6d',
  kind: 'receipt',
  title: '最低生活保障申请登记回执',
  matterId: null,
  sequence: 1,
  createdAt: '2022-08-01T02:00:00.000Z',
  deliveredAt: null,
};
