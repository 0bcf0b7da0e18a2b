import { showYuan } from '../../shared/format/money';
import type { Counts, TableView } from './api';
import { texts } from './texts';

const { table: words } = texts;

const Cells = ({ counts }: { readonly counts: Counts }) => (
  <>
    <td className="num">{counts.households}</td>
    <td className="num">{counts.persons}</td>
    <td className="num">{counts.personTimes}</td>
    <td className="num">{showYuan(counts.amount)}</td>
    <td className="num">{showYuan(counts.perHousehold)}</td>
    <td className="num">{showYuan(counts.perPerson)}</td>
    <td className="num">{showYuan(counts.perPersonTime)}</td>
    <td className="num">{counts.yearPersonTimes}</td>
    <td className="num">{showYuan(counts.yearAmount)}</td>
  </>
);

/** One section of the table with the total that its rows add up to. */
export const CountsTable = ({ section }: { readonly section: TableView['sections'][number] }) => (
  <section aria-label={section.title}>
    <h2>{section.title}</h2>
    <div className="table-wrap">
      <table className="case-table plain-table" aria-label={section.title}>
        <thead>
          <tr>
            <th scope="col">{section.of}</th>
            {words.columns.map((title) => (
              <th key={title} scope="col" className="num">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {section.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <Cells counts={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="strong">
            <th scope="row">{words.total}</th>
            <Cells counts={section.total} />
          </tr>
        </tfoot>
      </table>
    </div>
  </section>
);
