import type { ReactNode } from 'react';

interface Props {
  readonly href: string;
  /** What is read out: a link that says 打印 alone says too little. */
  readonly label: string;
  readonly children: ReactNode;
}

export const PrintLink = ({ href, label, children }: Props) => (
  <a href={href} target="_blank" rel="noreferrer" aria-label={label}>
    {children}
  </a>
);
