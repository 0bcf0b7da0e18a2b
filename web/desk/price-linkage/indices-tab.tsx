import { sayMonth } from '../../../domain/civil-date';
import { showDate } from '../../shared/format/dates';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useMay } from '../session/api';
import { useIndices } from './api';
import { DecideButtons } from './decide-buttons';
import { IndexForm } from './index-form';
import { PlainTable } from '../../shared/page/plain-table';
import { texts } from './texts';

const { indices: words } = texts;

export const IndicesTab = () => {
  const mayEnter = useMay('priceLinkage.enter');
  return (
    <>
      {mayEnter ? <IndexForm /> : null}
      <AsyncView query={useIndices()}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.empty} />
          ) : (
            <PlainTable caption={words.caption} columns={words.columns}>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{sayMonth(row.month)}</td>
                  <td>{row.divisionName}</td>
                  <td>{row.cpi}</td>
                  <td>{row.foodCpi ?? '—'}</td>
                  <td>{row.scpi ?? '—'}</td>
                  <td className="small">{`${row.source},${showDate(row.publishedOn)}`}</td>
                  <td>
                    <DecideButtons
                      {...row}
                      entry="index"
                      permission="priceLinkage.enter"
                      what={`${row.divisionName} ${sayMonth(row.month)}`}
                    />
                  </td>
                </tr>
              ))}
            </PlainTable>
          )
        }
      </AsyncView>
    </>
  );
};
