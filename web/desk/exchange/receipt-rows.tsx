import { AsyncView } from '../../shared/states/async-view';
import { PlainTable } from '../../shared/page/plain-table';
import { useReceiptRows } from './api';
import { MoreButton } from '../../shared/page/more-button';
import { texts } from './texts';

const { receipt: words } = texts;

/** What a receipt said, line by line, and what became of it. */
export const ReceiptRows = ({ receiptId }: { readonly receiptId: string }) => {
  const rows = useReceiptRows(receiptId);
  return (
    <AsyncView query={rows} rows={3}>
      {({ pages }) => (
        <>
          <PlainTable caption={words.rows} columns={words.columns}>
            {pages
              .flatMap((page) => page.rows)
              .map((row) => (
                <tr key={row.line}>
                  <td>{row.line}</td>
                  <td>{row.recordNumber ?? '—'}</td>
                  <td>{row.answerLabel ?? '—'}</td>
                  <td>{row.theirNumber ?? '—'}</td>
                  <td>{row.reason ?? '—'}</td>
                  <td>{row.outcomeLabel}</td>
                </tr>
              ))}
          </PlainTable>
          <MoreButton pages={rows} label={texts.more} />
        </>
      )}
    </AsyncView>
  );
};
