import { Link } from 'react-router';
import { useMay } from '../../session/api';
import { texts } from './texts';

const { batch: words } = texts;

/** The way to accounts by the file and by the list, for whoever may. */
export const AccountsLink = () => {
  const mayPropose = useMay('cardAccount.propose');
  const mayDecide = useMay('cardAccount.decide');
  if (!mayPropose && !mayDecide) return null;
  return (
    <section className="panel no-print" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="quiet small">{words.hint}</p>
      <p className="filters">
        {mayDecide ? <Link to="/payments/accounts">{words.tabs.review}</Link> : null}
        {mayPropose ? <Link to="/payments/accounts?tab=enter">{words.tabs.enter}</Link> : null}
        <Link to="/payments/accounts?tab=imports">{words.tabs.imports}</Link>
      </p>
    </section>
  );
};
