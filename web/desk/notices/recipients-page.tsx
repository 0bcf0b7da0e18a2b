import { Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { Page } from '../../shared/page/page';
import { EmptyState } from '../../shared/states/states';
import { useMe } from '../session/api';
import { pdfOf, usePlaceName, usePlaces, useRecipients } from './api';
import './notices.css';
import { PaperList } from './paper-list';
import { texts } from './texts';

const { recipients: words } = texts;
const VILLAGE_DIGITS = 12;
const LEVELS = [2, 4, 6, 9, VILLAGE_DIGITS];

/** The office's own place, then one list for each level down to the chosen village. */
const stepsDown = (own: string, chosen: string): readonly string[] =>
  LEVELS.filter((digits) => digits >= own.length && digits < VILLAGE_DIGITS)
    .map((digits) => chosen.slice(0, digits))
    .filter((code, at, all) => (at === 0 || all[at - 1] !== code) && code.length >= own.length);

interface PlaceProps {
  readonly parent: string;
  readonly chosen: string;
  readonly choose: (code: string) => void;
}

const PlaceChoice = ({ parent, chosen, choose }: PlaceProps) => {
  const { data: places = [], isPending } = usePlaces(parent);
  const value = places.find(({ code }) => chosen.startsWith(code))?.code ?? null;
  return (
    <Select
      aria-label={words.below[parent.length] ?? words.choose}
      style={{ width: 200 }}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={words.below[parent.length] ?? words.choose}
      value={value}
      options={places.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={choose}
    />
  );
};

const List = ({ division, title }: { readonly division: string; readonly title: string }) => (
  <PaperList
    query={useRecipients(division)}
    title={title}
    pdf={pdfOf.recipients(division)}
    empty={words.empty}
    emptyHint={words.emptyHint}
  />
);

const RecipientsPage = () => {
  const navigate = useNavigate();
  const own = useMe().current.division;
  const { division = own } = useParams();
  const isVillage = division.length === VILLAGE_DIGITS;
  const name = usePlaceName(isVillage ? division : '');
  const title = isVillage ? words.titleOf(name) : words.title;
  return (
    <Page title={title} crumbs={[{ label: texts.crumbs, to: '/notices' }, { label: words.title }]}>
      <div className="filters no-print">
        {stepsDown(own, division).map((parent) => (
          <PlaceChoice
            key={parent}
            parent={parent}
            chosen={division}
            choose={(code) => void navigate(`/notices/recipients/${code}`)}
          />
        ))}
      </div>
      {isVillage ? <List division={division} title={title} /> : <EmptyState title={words.none} />}
    </Page>
  );
};

export { RecipientsPage as Component };
