import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { api, dataOf } from '../../shared/api/client';
import { showInstant } from '../../shared/format/dates';
import { AsyncView } from '../../shared/states/async-view';
import { useMay } from '../session/api';
import { texts } from './texts';

const { ledger: words } = texts;
const SHOWN = 20;

const Found = ({ mismatches }: { readonly mismatches: readonly string[] }) => (
  <>
    <p>{words.alarm}</p>
    <ul>
      {mismatches.slice(0, SHOWN).map((says) => (
        <li key={says}>{says}</li>
      ))}
    </ul>
  </>
);

const Check = () => {
  const check = useQuery({
    queryKey: ['ledgerCheck'],
    queryFn: () => dataOf(api.GET('/api/v1/ledger/check')),
    refetchInterval: 60_000,
  });
  return (
    <AsyncView query={check} rows={1}>
      {({ at, transfers, lines, mismatches }) =>
        mismatches.length > 0 ? (
          <Alert
            type="error"
            showIcon
            title={words.wrong(mismatches.length, at ? showInstant(at) : '')}
            description={<Found mismatches={mismatches} />}
          />
        ) : (
          <p className="health">
            <span className="strong">{at ? words.sound : words.never}</span>
            {at ? <span>{words.checked(showInstant(at), transfers, lines)}</span> : null}
          </p>
        )
      }
    </AsyncView>
  );
};

/** How the ledger was found when it was last held against what it sums up; an alarm where it was not whole. */
export const LedgerHealth = () =>
  useMay('ledger.read') ? (
    <section className="panel" aria-label={words.title}>
      <Check />
    </section>
  ) : null;
