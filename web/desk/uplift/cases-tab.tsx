import { Link } from 'react-router';
import { upliftClasses, upliftClassNames } from '../../../domain/uplift/classes';
import { oneOf } from '../../shared/api/client';
import { showYuan } from '../../shared/format/money';
import { Segments } from '../../shared/page/segments';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { PlainTable } from '../../shared/page/plain-table';
import { useUpliftCases, type UpliftCase, type UpliftDetail } from './api';
import { MoreButton } from '../../shared/page/more-button';
import { texts } from './texts';

const { cases: words } = texts;

const tones: Readonly<Partial<Record<UpliftCase['state'], 'good' | 'late' | 'accent'>>> = {
  applied: 'good',
  opened: 'accent',
  failed: 'late',
};

const Row = ({ one }: { readonly one: UpliftCase }) => (
  <tr>
    <td>
      <Link to={`/cases/${one.caseId}`} aria-label={words.open(one.number)}>
        {one.number}
      </Link>
    </td>
    <td>{one.applicantName}</td>
    <td>{one.divisionName}</td>
    <td>{one.classLabel}</td>
    <td className="num">{showYuan(one.now)}</td>
    <td className="num">{showYuan(one.applied ?? one.then)}</td>
    <td className="num">{showYuan(one.difference)}</td>
    <td>
      <Tag tone={tones[one.state] ?? 'plain'}>{words.states[one.state]}</Tag>
      {one.reason ? <div className="small">{one.reason}</div> : null}
    </td>
  </tr>
);

export const CasesTab = ({ detail }: { readonly detail: UpliftDetail }) => {
  const [{ class: chosen }, set] = useUrlFilters(['class']);
  const named = oneOf(upliftClassNames, chosen);
  const cases = useUpliftCases(detail.uplift.id, named ? { class: named } : {});
  const countOf = (name: string): number => detail.total.find((line) => line.class === name)?.cases ?? 0;
  const options = [
    { value: '', label: words.every },
    ...upliftClassNames.map((value) => ({ value, label: upliftClasses[value].label, count: countOf(value) })),
  ];
  return (
    <>
      <Segments label={words.class} value={named ?? ''} options={options} change={(next) => set({ class: next })} />
      <AsyncView query={cases}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.cases);
          if (rows.length === 0) return <EmptyState title={words.empty} />;
          return (
            <>
              <PlainTable caption={words.caption} columns={words.columns}>
                {rows.map((one) => (
                  <Row key={one.caseId} one={one} />
                ))}
              </PlainTable>
              <MoreButton pages={cases} label={texts.cases.more} />
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
