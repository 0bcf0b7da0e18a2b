import type { ReactNode } from 'react';

type Tone = 'plain' | 'accent' | 'late' | 'good';

export const Tag = ({ children, tone = 'plain' }: { readonly children: ReactNode; readonly tone?: Tone }) => (
  <span className={`tag tag-${tone}`}>{children}</span>
);
