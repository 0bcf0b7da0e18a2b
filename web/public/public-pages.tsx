import { useEffect } from 'react';
import { nameOf } from '../../domain/divisions';
import { above, readAddress, views, writeAddress, type Address } from './address';
import { NoticesPage } from './notices-page';
import { PaymentsPage } from './payments-page';
import { RecipientsPage } from './recipients-page';
import { texts } from './texts';

const Views = ({ address }: { readonly address: Address }) => (
  <nav aria-label={texts.title} className="views">
    {views.map((view) => (
      <a
        key={view}
        href={writeAddress({ view, division: address.division })}
        {...(view === address.view ? { 'aria-current': 'page' as const } : {})}
      >
        {texts.views[view]}
      </a>
    ))}
  </nav>
);

const Where = ({ address: { division, view } }: { readonly address: Address }) => (
  <nav aria-label={texts.whereAmI} className="where">
    <ol>
      {above(division).map((code) => (
        <li key={code}>
          <a href={writeAddress({ view, division: code })}>{nameOf(code)}</a>
        </li>
      ))}
      <li aria-current="location">{nameOf(division)}</li>
    </ol>
  </nav>
);

const contents = { notices: NoticesPage, 'long-term': RecipientsPage, payments: PaymentsPage } as const;

/** Every step is a page of its own address: back works, and a slow phone never holds two of them. */
export const PublicPages = () => {
  const address = readAddress(window.location.search);
  useEffect(() => {
    document.title = `${nameOf(address.division)} ${texts.views[address.view]} ${texts.title}`;
  }, [address.division, address.view]);
  const Content = contents[address.view];
  return (
    <>
      <a className="skip" href="#content">
        {texts.skip}
      </a>
      <header>
        <p className="brand">{texts.title}</p>
        <Views address={address} />
      </header>
      <main id="content" tabIndex={-1}>
        <Where address={address} />
        <h1>{nameOf(address.division)}</h1>
        {address.notice === undefined ? <p className="quiet">{texts.lead[address.view]}</p> : null}
        <Content address={address} />
      </main>
    </>
  );
};
