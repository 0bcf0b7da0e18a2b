import { useCallback } from 'react';
import { useUrlFilters } from '../../../shared/url-filters';

/** The document that is open beside the page; it stands in the address, so that it is still open after a reload. */
export const useViewed = () => {
  const [{ doc }, set] = useUrlFilters(['doc']);
  const view = useCallback((documentId: string | undefined) => set({ doc: documentId ?? '' }), [set]);
  return { viewed: doc || undefined, view } as const;
};
