import { showYuan } from '../../shared/format/money';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useUpliftCases, type UpliftDetail } from './api';
import { MoreButton } from '../../shared/page/more-button';
import { texts } from './texts';

const { letters: words } = texts;

/** The letters of increase that the run wrote, one for every household that gained. */
export const LettersTab = ({ detail }: { readonly detail: UpliftDetail }) => {
  const cases = useUpliftCases(detail.uplift.id, { state: 'applied' });
  return (
    <AsyncView query={cases}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.cases);
        if (rows.length === 0) return <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>;
        return (
          <>
            <PlainTable caption={words.caption} columns={words.columns}>
              {rows.map((one) => (
                <tr key={one.caseId}>
                  <td>{one.number}</td>
                  <td>{one.applicantName}</td>
                  <td>{one.divisionName}</td>
                  <td className="num">{showYuan(one.applied)}</td>
                  <td>
                    <Tag tone={one.delivered ? 'good' : 'plain'}>
                      {one.delivered ? words.delivered : words.undelivered}
                    </Tag>
                  </td>
                  <td>
                    <a
                      href={`/api/v1/cases/${one.caseId}/letters/${one.letterId ?? ''}/pdf`}
                      target="_blank"
                      rel="noreferrer"
                      aria-label={words.print(one.number)}
                    >
                      {words.open}
                    </a>
                  </td>
                </tr>
              ))}
            </PlainTable>
            <MoreButton pages={cases} label={texts.cases.more} />
          </>
        );
      }}
    </AsyncView>
  );
};
