import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { rememberedRow, rememberRow } from './case-table/keep-place';
import { useShortcuts } from './keyboard/shortcuts';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly width?: number | string;
  readonly cell: (row: Row) => ReactNode;
  /** Left out on a phone. */
  readonly minor?: boolean;
}

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Where Enter or a click on the row leads. */
  readonly to: (row: Row) => string;
  readonly next?: string | null;
  readonly more?: () => void;
  readonly loadingMore?: boolean;
  readonly total?: ReactNode;
}

/**
 * Rows of one line each, by pages of the server (keyset cursor). `j`/`k` move, `Enter` opens; the row in focus is
 * the browser's own focus, so that every reader sees it. After coming back they go on from the row that was opened.
 */
export const CaseTable = <Row,>(props: Props<Row>) => {
  const { label, rows, columns, keyOf, to, next, more, loadingMore = false, total } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const place = `${pathname}${search}`;
  const open = (row: Row): void => {
    rememberRow(place, keyOf(row));
    void navigate(to(row));
  };
  const move = (step: number): void => {
    const all = [...(body.current?.rows ?? [])];
    const focused = all.findIndex((row) => row.contains(document.activeElement));
    const at = focused < 0 ? rows.findIndex((row) => keyOf(row) === rememberedRow(place)) : focused;
    all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))]?.focus();
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });
  return (
    <div className="table-wrap">
      <table className="case-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, title, width, minor }) => (
              <th key={key} scope="col" style={width === undefined ? {} : { width }} className={minor ? 'minor' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              tabIndex={-1}
              onClickCapture={() => rememberRow(place, keyOf(row))}
              onClick={(event) => {
                if (!(event.target instanceof Element && event.target.closest('a,button'))) open(row);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && event.target === event.currentTarget) open(row);
              }}
            >
              {columns.map(({ key, cell, minor }) => (
                <td key={key} className={minor ? 'minor' : ''}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="table-foot">
        <span className="quiet">{total}</span>
        {next && more ? (
          <Button onClick={more} loading={loadingMore}>
            再显示一页
          </Button>
        ) : null}
      </div>
    </div>
  );
};
