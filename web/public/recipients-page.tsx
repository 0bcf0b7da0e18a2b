import { useCallback } from 'react';
import { api, dataOf } from '../shared/api/client';
import { writeAddress, type Address } from './address';
import { Household } from './household';
import { LoadedView } from './loaded-view';
import { PlaceList } from './place-list';
import { texts } from './texts';
import { useLoaded } from './use-loaded';

const TOWNSHIP_DIGITS = 9;
const view = 'long-term';

const Pages = ({ address, nextPage }: { readonly address: Address; readonly nextPage: number | null }) => (
  <nav aria-label={texts.page(address.page)} className="pages">
    {address.page > 1 ? <a href={writeAddress({ ...address, page: address.page - 1 })}>{texts.previous}</a> : null}
    {nextPage === null ? null : <a href={writeAddress({ ...address, page: nextPage })}>{texts.more}</a>}
  </nav>
);

/** Long-term publication: those in benefit, by township or village. */
export const RecipientsPage = ({ address }: { readonly address: Address }) => {
  const { division, page } = address;
  const load = useCallback(
    () => dataOf(api.GET('/api/v1/public/long-term', { params: { query: { division, page: String(page) } } })),
    [division, page],
  );
  return (
    <LoadedView answer={useLoaded(load)}>
      {({ places, recipients, nextPage }) => (
        <>
          {places.length > 0 ? <PlaceList places={places} view={view} /> : null}
          {division.length < TOWNSHIP_DIGITS ? null : recipients.length === 0 ? (
            <p className="nothing">{texts.noRecipients}</p>
          ) : (
            <p className="quiet">{texts.masked}</p>
          )}
          {recipients.map((shown, index) => (
            // The rows have no id of their own, and a page never changes its order.
            <Household key={index} shown={shown} />
          ))}
          <Pages address={address} nextPage={nextPage} />
        </>
      )}
    </LoadedView>
  );
};
