import type { Logger } from 'pino';
import type { Store } from '../store/client';
import type { FileStore } from '../store/files';
import { takeFilesAway } from '../store/files/draft-files';
import { pause } from '../store/pause';

export interface DraftFileDeps {
  readonly store: Store;
  readonly files: Pick<FileStore, 'remove'>;
}

const EVERY_MS = 60_000;
const AT_ONCE = 100;

/** Papers whose draft was removed after its 90 days, or by a deletion that was cut off. */
export const clearDraftFiles = async ({ store, files }: DraftFileDeps): Promise<number> => {
  const left = await store.prisma.$queryRaw<{ readonly id: string }[]>`
    select id from draft_document d
    where not exists (select from draft where draft.id = d.draft_id) limit ${AT_ONCE}`;
  return takeFilesAway(store.prisma, files, { id: { in: left.map(({ id }) => id) } });
};

/** Runs until the signal; what fails is said and tried again. */
export const runDraftFiles = async (
  { logger, ...deps }: DraftFileDeps & { readonly logger: Logger },
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    try {
      await clearDraftFiles(deps);
    } catch (error) {
      logger.warn({ err: error }, 'papers of removed drafts wait to be cleared');
    }
    await pause(EVERY_MS, signal);
  }
};
