import type { SeedDeps } from './deps';
import { greyPng } from './png';

/** A photograph in the case's file; asked for again, the same one. */
export const addPhoto = async ({ store, files }: SeedDeps, caseId: string, id: string, at: number): Promise<string> => {
  if (await store.prisma.document.findUnique({ where: { id }, select: { id: true } })) return id;
  const { storageKey, mime, size, sha256 } = await files.put(greyPng());
  await store.prisma.document.create({
    data: {
      id,
      caseId,
      kind: 'postingPhoto',
      name: '张榜照片.png',
      mime,
      size,
      sha256,
      storageKey,
      uploadedAt: new Date(at),
    },
  });
  return id;
};
