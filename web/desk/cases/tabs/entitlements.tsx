import { sayMonth } from '../../../../domain/civil-date';
import type { CaseView, EntitlementView } from '../../../shared/api/types';
import { showYuan } from '../../../shared/format/money';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useEntitlements } from '../api';

const money: Readonly<Record<string, string>> = { dibao: '低保金', tekun: '供养金' };
const kindOf = (programme: string, kind: string): string =>
  `${kind === 'gradualExit' ? '渐退期' : ''}${money[programme] ?? '保障金'}`;

interface RowProps {
  readonly one: EntitlementView;
  readonly names: ReadonlyMap<string, string>;
  readonly programme: string;
}

const Row = ({ one, names, programme }: RowProps) => (
  <tr>
    <td>{`${sayMonth(one.fromMonth)} 至 ${one.toMonth ? sayMonth(one.toMonth) : '另有决定时'}`}</td>
    <td>{kindOf(programme, one.kind)}</td>
    <td className="num strong">{showYuan(one.monthly)}</td>
    <td>
      {one.components.map(({ personId, monthly }) => (
        <div key={personId} className="small">{`${names.get(personId) ?? ''} ${showYuan(monthly)}`}</div>
      ))}
      {one.supersededBy ? <span className="quiet small">已由后来的决定取代</span> : null}
    </td>
  </tr>
);

const Entitlements = ({ view }: { readonly view: CaseView }) => {
  const names = new Map(view.members.map(({ personId, name }) => [personId, name]));
  return (
    <AsyncView query={useEntitlements(view.id)}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState title="还没有待遇">予以确认后,从决定的次月起享受。</EmptyState>
        ) : (
          <div className="table-wrap">
            <table className="case-table plain-table" aria-label="待遇">
              <thead>
                <tr>
                  <th scope="col">起止月份</th>
                  <th scope="col">种类</th>
                  <th scope="col">每月金额</th>
                  <th scope="col">其中</th>
                </tr>
              </thead>
              <tbody>
                {list.map((one) => (
                  <Row key={one.id} one={one} names={names} programme={view.programme} />
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </AsyncView>
  );
};

export default Entitlements;
