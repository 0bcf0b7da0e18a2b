import { sayMonth } from '../../../domain/civil-date';
import { DivisionName } from '../../shared/page/division-name';
import { Tag } from '../../shared/page/tag';
import { showDate } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useForecast } from './api';
import { Bars } from './bars';
import { texts } from './texts';

const { forecast: words } = texts;

export const ForecastTab = ({ division }: { readonly division: string }) => (
  <AsyncView query={useForecast(division)}>
    {({ months, counties, computedOn }) =>
      months.length === 0 || computedOn === null ? (
        <EmptyState title={words.empty} />
      ) : (
        <>
          <p className="quiet">{words.computed(showDate(computedOn))}</p>
          <Bars
            title={words.chart('')}
            bars={months.map(({ month, need }) => ({
              label: month,
              parts: [{ name: words.need, value: Number(need), tone: 'accent' }],
            }))}
          />
          <h2>
            <DivisionName code={division} />
          </h2>
          <PlainTable caption={words.caption} columns={words.columns} className="fund-money">
            {counties.map((row) => (
              <tr key={row.county + row.programme}>
                <td>{row.countyName}</td>
                <td>{row.programmeLabel}</td>
                <td>
                  {row.runsOut === null ? <Tag tone="good">{words.enough}</Tag> : <Tag tone="late">{row.runsOut}</Tag>}
                </td>
                <td>{row.runsOut === null ? '—' : showYuan(row.missing)}</td>
                <td>
                  <details>
                    <summary>{words.months}</summary>
                    <ul>
                      {row.months.map(({ month, need, left }) => (
                        <li
                          key={month}
                        >{`${sayMonth(month)} ${words.need}${showYuan(need)},${texts.figures.available}${showYuan(left)}`}</li>
                      ))}
                    </ul>
                  </details>
                </td>
              </tr>
            ))}
          </PlainTable>
        </>
      )
    }
  </AsyncView>
);
