import { useCallback } from 'react';
import { api, dataOf } from '../shared/api/client';
import { showYuan } from '../shared/format/money';
import { writeAddress, type Address } from './address';
import { LoadedView } from './loaded-view';
import { PlaceList } from './place-list';
import { texts } from './texts';
import { useLoaded } from './use-loaded';

const TOWNSHIP_DIGITS = 9;
const view = 'payments';
const { paid: words } = texts;

const Months = ({
  address,
  months,
  month,
}: {
  readonly address: Address;
  readonly months: readonly string[];
  readonly month: string | null;
}) => (
  <nav aria-label={words.months} className="views">
    {months.map((one) => (
      <a
        key={one}
        href={writeAddress({ view, division: address.division, month: one })}
        {...(one === month ? { 'aria-current': 'page' as const } : {})}
      >
        {words.monthOf(one)}
      </a>
    ))}
  </nav>
);

/** Who was paid in a month, by township or village: name in part, members and amount. */
export const PaymentsPage = ({ address }: { readonly address: Address }) => {
  const { division, page, month: asked } = address;
  const load = useCallback(
    () =>
      dataOf(
        api.GET('/api/v1/public/payments', {
          params: { query: { division, page: String(page), ...(asked ? { month: asked } : {}) } },
        }),
      ),
    [division, page, asked],
  );
  return (
    <LoadedView answer={useLoaded(load)}>
      {({ places, months, month, recipients, nextPage }) => (
        <>
          {places.length > 0 ? <PlaceList places={places} view={view} /> : null}
          {division.length < TOWNSHIP_DIGITS ? null : (
            <>
              <Months address={address} months={months} month={month} />
              <p className={recipients.length === 0 ? 'nothing' : 'quiet'}>
                {recipients.length === 0 ? words.none : texts.masked}
              </p>
            </>
          )}
          {recipients.map((shown, index) => (
            // The rows have no id of their own, and a page never changes its order.
            <article key={index} className="household">
              <h2>
                {shown.applicant ?? texts.minor}
                <span className="programme">{shown.programme}</span>
              </h2>
              <dl>
                <dt>{words.people}</dt>
                <dd>{texts.people(shown.people)}</dd>
                <dt>{words.amount}</dt>
                <dd>{showYuan(shown.amount)}</dd>
              </dl>
            </article>
          ))}
          <nav aria-label={texts.page(page)} className="pages">
            {page > 1 ? <a href={writeAddress({ ...address, page: page - 1 })}>{texts.previous}</a> : null}
            {nextPage === null ? null : <a href={writeAddress({ ...address, page: nextPage })}>{texts.more}</a>}
          </nav>
        </>
      )}
    </LoadedView>
  );
};
