import { TabbedPage } from '../../shared/page/tabbed-page';
import { IndicesTab } from './indices-tab';
import { MonthsTab } from './months-tab';
import { PlansTab } from './plans-tab';
import { PreviewTab } from './preview-tab';
import './price-linkage.css';
import { texts } from './texts';

const parts = { months: MonthsTab, indices: IndicesTab, preview: PreviewTab, plans: PlansTab } as const;

const PriceLinkagePage = () => <TabbedPage title={texts.title} hint={texts.hint} parts={parts} names={texts.tabs} />;

export { PriceLinkagePage as Component };
