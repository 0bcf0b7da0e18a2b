import { Link } from 'react-router';
import { showYuan } from '../../shared/format/money';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { PlainTable } from '../../shared/page/plain-table';
import { useFunds, type Asked, type FundsView } from './api';
import { Bars } from './bars';
import { texts } from './texts';

const figures = ['allocated', 'arrived', 'spent', 'committed', 'available'] as const;

const Figures = ({ total }: { readonly total: FundsView['total'] }) => (
  <dl className="fund-figures">
    {figures.map((name) => (
      <div key={name}>
        <dt>{texts.figures[name]}</dt>
        <dd>{showYuan(total[name])}</dd>
      </div>
    ))}
    {Number(total.overdrawn) > 0 ? (
      <div>
        <dt>{texts.figures.overdrawn}</dt>
        <dd className="time time-late">{showYuan(total.overdrawn)}</dd>
      </div>
    ) : null}
  </dl>
);

const Sources = ({ funds }: { readonly funds: FundsView }) => (
  <>
    <PlainTable caption={texts.sources.caption} columns={texts.sources.columns} className="fund-money">
      {funds.counties.map((row) => (
        <tr key={row.source}>
          <td>{row.sourceLabel}</td>
          {figures.map((name) => (
            <td key={name}>{showYuan(row[name])}</td>
          ))}
          <td>{showYuan(row.shareDue)}</td>
          <td className={Number(row.shareMissing) > 0 ? 'time time-late' : ''}>{showYuan(row.shareMissing)}</td>
        </tr>
      ))}
      <tr className="strong">
        <td>{texts.sources.total}</td>
        {figures.map((name) => (
          <td key={name}>{showYuan(funds.total[name])}</td>
        ))}
        <td />
        <td />
      </tr>
    </PlainTable>
    <p className="quiet small">{texts.sources.dueHint}</p>
  </>
);

const Own = ({ funds }: { readonly funds: FundsView }) => (
  <>
    <h2>{texts.own.caption}</h2>
    <PlainTable caption={texts.own.caption} columns={texts.own.columns} className="fund-money">
      {funds.own.map((row) => (
        <tr key={row.source}>
          <td>{row.sourceLabel}</td>
          <td>{showYuan(row.allocated)}</td>
          <td>{showYuan(row.given)}</td>
          <td>{showYuan(row.arrived)}</td>
          <td>{showYuan(row.released)}</td>
        </tr>
      ))}
    </PlainTable>
  </>
);

const Children = ({ funds, to }: { readonly funds: FundsView; readonly to: (division: string) => string }) => (
  <>
    <h2>{texts.children.caption}</h2>
    <PlainTable caption={texts.children.caption} columns={texts.children.columns} className="fund-money">
      {funds.children.map((row) => (
        <tr key={row.division}>
          <td>
            <Link to={to(row.division)}>{row.name}</Link>
          </td>
          {figures.map((name) => (
            <td key={name}>{showYuan(row[name])}</td>
          ))}
          <td>
            {row.late > 0 ? <Tag tone="late">{texts.children.late(row.late)}</Tag> : null}{' '}
            {row.reminders > 0 ? <Tag tone="accent">{texts.children.reminders(row.reminders)}</Tag> : null}
            {row.late + row.reminders === 0 ? texts.children.none : null}
          </td>
        </tr>
      ))}
    </PlainTable>
  </>
);

export const OverviewTab = ({ asked, to }: { readonly asked: Asked; readonly to: (division: string) => string }) => (
  <AsyncView query={useFunds(asked)}>
    {(funds) => (
      <>
        <Figures total={funds.total} />
        <Bars
          title={texts.chart(funds.divisionName, funds.year)}
          bars={funds.counties.map((row) => ({
            label: row.sourceLabel,
            parts: [
              { name: texts.figures.allocated, value: Number(row.allocated), tone: 'plain' },
              { name: texts.figures.arrived, value: Number(row.arrived), tone: 'accent' },
              { name: texts.figures.spent, value: Number(row.drawn) - Number(row.returned), tone: 'strong' },
            ],
          }))}
        />
        <p className="quiet small">{texts.chartHint}</p>
        <h2>{texts.sources.caption}</h2>
        <Sources funds={funds} />
        {funds.children.length > 0 ? (
          <>
            <Own funds={funds} />
            <Children funds={funds} to={to} />
          </>
        ) : null}
      </>
    )}
  </AsyncView>
);
