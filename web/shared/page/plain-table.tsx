import type { ReactNode } from 'react';

interface Props {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly className?: string;
  /** The rows of the body. */
  readonly children: ReactNode;
}

/** A table that is read, not walked: head and body, without a way to pages behind its rows. */
export const PlainTable = ({ caption, columns, className = '', children }: Props) => (
  <div className="table-wrap">
    <table className={`case-table plain-table ${className}`.trim()} aria-label={caption}>
      <thead>
        <tr>
          {columns.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
