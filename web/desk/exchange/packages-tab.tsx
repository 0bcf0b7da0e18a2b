import { Link } from 'react-router';
import { showDate } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay, useMe } from '../session/api';
import { usePackages, type PackageView } from './api';
import { MoreButton } from '../../shared/page/more-button';
import { PackageForm } from './package-form';
import { PackageState } from './package-state';
import { texts } from './texts';

const { packages: words } = texts;
const COUNTY_DIGITS = 6;

const Row = ({ one }: { readonly one: PackageView }) => (
  <tr>
    <td>
      <Link to={`/exchange/packages/${one.id}`}>{one.number ?? words.fillIn}</Link>
      <div className="quiet small">{showDate(one.createdAt)}</div>
    </td>
    <td>
      {one.kindLabel} <Tag>{one.modeLabel}</Tag>
      <div className="quiet small">{one.systemLabel}</div>
    </td>
    <td>{one.countyName}</td>
    <td>{one.month ?? words.range(showDate(one.from), showDate(one.to))}</td>
    <td>{words.count(one.count, one.leftOut)}</td>
    <td>{words.receipts(one.accepted, one.rejected, one.waiting)}</td>
    <td>
      <PackageState one={one} />
    </td>
  </tr>
);

export const PackagesTab = () => {
  const packages = usePackages();
  const maySend = useMay('exchange.send');
  const { current } = useMe();
  return (
    <>
      {maySend && current.division.length === COUNTY_DIGITS ? <PackageForm /> : null}
      <AsyncView query={packages}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>;
          return (
            <>
              <PlainTable caption={words.caption} columns={words.columns}>
                {rows.map((one) => (
                  <Row key={one.id} one={one} />
                ))}
              </PlainTable>
              <MoreButton pages={packages} label={texts.more} />
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
