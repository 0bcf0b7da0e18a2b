import { useCallback } from 'react';
import { api, dataOf } from '../shared/api/client';
import { showDate } from '../shared/format/dates';
import { writeAddress, type Address } from './address';
import { Household } from './household';
import { LoadedView } from './loaded-view';
import { ObjectionForm } from './objection-form';
import { PlaceList } from './place-list';
import { texts } from './texts';
import { useLoaded } from './use-loaded';

const until = (endsOn: string | null): string => (endsOn ? texts.until(showDate(endsOn)) : texts.untilUnknown);

const Nothing = () => (
  <div className="nothing">
    <p>{texts.noNotices}</p>
    <p>{texts.noNoticesHint}</p>
  </div>
);

/** A place: the places below that have notices, the notices of a township, or one of them with its form. */
export const NoticesPage = ({ address: { division, notice } }: { readonly address: Address }) => {
  const load = useCallback(
    () => dataOf(api.GET('/api/v1/public/notices', { params: { query: { division } } })),
    [division],
  );
  return (
    <LoadedView answer={useLoaded(load)}>
      {({ places, notices }) => {
        if (notice !== undefined) {
          const chosen = notices.find(({ noticeId }) => noticeId === notice);
          return (
            <>
              <p>
                <a href={writeAddress({ division })}>{texts.back}</a>
              </p>
              {chosen ? (
                <>
                  <Household shown={chosen}>
                    <p className="until">{until(chosen.endsOn)}</p>
                  </Household>
                  <ObjectionForm noticeId={chosen.noticeId} />
                </>
              ) : (
                <p className="nothing">{texts.gone}</p>
              )}
            </>
          );
        }
        if (places.length === 0 && notices.length === 0) return <Nothing />;
        return (
          <>
            {places.length > 0 ? <PlaceList places={places} view="notices" /> : null}
            {notices.length > 0 ? <p className="quiet">{texts.masked}</p> : null}
            {notices.map((shown) => (
              <Household key={shown.noticeId} shown={shown}>
                <p className="until">{until(shown.endsOn)}</p>
                <a className="button" href={writeAddress({ division, notice: shown.noticeId })}>
                  {texts.open}
                </a>
              </Household>
            ))}
          </>
        );
      }}
    </LoadedView>
  );
};
