import type { ReactNode } from 'react';
import { useViewed } from './use-viewed';

interface Props {
  readonly documentId: string;
  readonly children: ReactNode;
}

/** Opens a document beside what one is reading. */
export const DocumentLink = ({ documentId, children }: Props) => {
  const { view } = useViewed();
  return (
    <button type="button" className="link" onClick={() => view(documentId)}>
      {children}
    </button>
  );
};
