import { TabbedPage } from '../../../shared/page/tabbed-page';
import { useMay } from '../../session/api';
import './accounts.css';
import { ImportForm } from './import-form';
import { ImportsTab } from './imports-tab';
import { texts } from './texts';
import { WaitingList } from './waiting-list';

const { batch: words } = texts;
const parts = { review: WaitingList, enter: ImportForm, imports: ImportsTab } as const;
type Part = keyof typeof parts;

/** Accounts by the list and by the file; who may nothing of it is told so by the first. */
const AccountsPage = () => {
  const may: Readonly<Record<Part, boolean>> = {
    review: useMay('cardAccount.decide'),
    enter: useMay('cardAccount.propose'),
    imports: useMay('cardAccount.imports'),
  };
  const none = Object.values(may).every((one) => !one);
  return (
    <TabbedPage
      title={words.title}
      hint={words.hint}
      parts={parts}
      names={words.tabs}
      open={(part) => may[part] || (none && part === 'review')}
    />
  );
};

export { AccountsPage as Component };
