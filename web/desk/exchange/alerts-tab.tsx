import { showDate } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useAlerts, type AlertView } from './api';
import { MoreButton } from '../../shared/page/more-button';
import { texts } from './texts';

const { alerts: words } = texts;
const units: Readonly<Record<string, string>> = words.units;

const Row = ({ one }: { readonly one: AlertView }) => (
  <tr>
    <td>{one.countyName}</td>
    <td>
      {one.title}
      <div className="quiet small">{one.categoryLabel}</div>
    </td>
    <td className="num">{`${one.value}${units[one.unit] ?? ''}`}</td>
    <td>{showDate(one.from)}</td>
    <td>
      <Tag tone="late">{words.late(one.daysLate)}</Tag>
    </td>
    <td>{one.sentence}</td>
  </tr>
);

/** For who looks at several counties: which of them are late. */
const Counties = ({
  counties,
}: {
  readonly counties: readonly { countyName: string; county: string; open: number }[];
}) =>
  counties.length > 1 ? (
    <PlainTable caption={words.counties} columns={words.countyColumns}>
      {counties.map(({ county, countyName, open }) => (
        <tr key={county}>
          <td>{countyName}</td>
          <td className="num">{open}</td>
        </tr>
      ))}
    </PlainTable>
  ) : null;

/** Standards in force that the provincial system has not receipted: seen by the county and everybody above it. */
export const AlertsTab = () => {
  const alerts = useAlerts();
  return (
    <>
      <p className="quiet small">{words.hint}</p>
      <AsyncView query={alerts}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          const [first] = pages;
          if (rows.length === 0 || !first) return <EmptyState title={words.empty} />;
          return (
            <>
              <p className="strong">{words.sum(first.counties.length, first.open)}</p>
              <Counties counties={first.counties} />
              <PlainTable caption={words.caption} columns={words.columns}>
                {rows.map((one) => (
                  <Row key={one.id} one={one} />
                ))}
              </PlainTable>
              <MoreButton pages={alerts} label={texts.more} />
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
