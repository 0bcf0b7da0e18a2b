import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { showInstant } from '../../shared/format/dates';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useReceipts, type ReceiptView } from './api';
import { MoreButton } from '../../shared/page/more-button';
import { ReceiptRows } from './receipt-rows';
import { FailedReceipts } from './taken-files';
import { texts } from './texts';

const { receipts: words } = texts;

const Row = ({ one, show }: { readonly one: ReceiptView; readonly show: () => void }) => (
  <tr>
    <td>{showInstant(one.receivedAt)}</td>
    <td>
      <Link to={`/exchange/packages/${one.packageId}`}>{one.packageNumber ?? texts.packages.fillIn}</Link>
    </td>
    <td>{one.source === 'hand' ? words.byHand : one.name}</td>
    <td className="num">{one.accepted}</td>
    <td className="num">{one.rejected}</td>
    <td className="small">{words.other(one.repeated, one.unknown, one.conflicting, one.malformed)}</td>
    <td>
      <Button size="small" aria-label={`${texts.receipt.show}:${showInstant(one.receivedAt)}`} onClick={show}>
        {texts.receipt.show}
      </Button>
    </td>
  </tr>
);

export const ReceiptsTab = () => {
  const receipts = useReceipts();
  const [shown, setShown] = useState('');
  return (
    <>
      <FailedReceipts />
      <AsyncView query={receipts}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={words.empty} />;
          return (
            <>
              <PlainTable caption={words.caption} columns={words.columns}>
                {rows.map((one) => (
                  <Row key={one.id} one={one} show={() => setShown(one.id)} />
                ))}
              </PlainTable>
              <MoreButton pages={receipts} label={texts.more} />
              {shown ? <ReceiptRows receiptId={shown} /> : null}
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
